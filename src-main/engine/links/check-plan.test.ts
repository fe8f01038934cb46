import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const today = '2026-11-25';
const shared = 'https://s.click.taobao.com/AbCd123';
let world: CampaignWorld;

const row = (key: string, ...links: string[]) => ({
  key,
  said: { title: key },
  links: links.map((value) => ({ field: 'affiliateShortUrl' as const, value })),
});

beforeEach(() => {
  world = openCampaignWorld(`${today}T02:00:00Z`);
});
afterEach(() => world.close());

test('links nobody checked are counted once each, however many products share them', async () => {
  await world.importRows(today, [
    row('557662696505', shared, 'https://s.click.taobao.com/Zz9Xy12'),
    row('667662696505', shared),
    row('777662696505', shared, 'https://s.click.taobao.com/Qq1Ww22'),
  ]);
  const plan = world.core.checkPlan;
  const asOf = world.core.verdicts.prepare();
  expect(plan.neverChecked('group', asOf, today, 100).map(({ value }) => value)).toHaveLength(3);
  const parts = [...plan.countNeverChecked(asOf, today)];
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(3);
});
