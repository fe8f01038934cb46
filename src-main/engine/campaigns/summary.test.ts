import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

let world: CampaignWorld;
beforeEach(() => {
  world = openCampaignWorld('2026-11-25T02:00:00Z');
});
afterEach(() => world.close());

const product = (key: string, said: object) => ({ key, said: { title: `马克杯${key}`, ...said }, links: [] });

it('says what selling one of each product pays, as the file says or by rate and price', async () => {
  await world.importRows('2026-11-25', [
    product('1001', { priceFen: 5000, commissionFen: 700 }),
    product('1002', { priceFen: 5000, commissionRateBp: 1000 }),
    product('1003', { priceFen: 5000 }),
  ]);
  const id = await world.createCampaign('三件', ['group']);
  expect((await world.core.campaignService.get(id)).commissionFen).toBe(700 + 500);
});

it('says nothing of it while no product does', async () => {
  await world.importRows('2026-11-25', [product('1003', { priceFen: 5000 })]);
  const id = await world.createCampaign('一件', ['group']);
  expect((await world.core.campaignService.get(id)).commissionFen).toBeNull();
});
