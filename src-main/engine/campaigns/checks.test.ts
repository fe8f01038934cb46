import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CampaignPreparer } from '#app/campaigns/campaign-preparer';
import { type CampaignWorld, openCampaignWorld, type WorldRow } from '../../testing/campaign-world.ts';

const row = (key: string, said: WorldRow['said'] = {}): WorldRow => ({
  key,
  said: { title: `马克杯${key}`, priceFen: 6990, ...said },
  links: [{ field: 'affiliateShortUrl', value: `https://s.click.taobao.com/Link${key}` }],
});

let world: CampaignWorld;
let id = 0;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-25T02:00:00Z');
  await world.importRows('2026-11-25', [row('1001'), row('1002', { recommendText: '转发到3个群即可免费领取红包' })]);
  await world.importRows('2026-11-25', [row('2001')]);
  id = await world.createCampaign();
});
afterEach(() => {
  vi.restoreAllMocks();
  world.close();
});

const counts = async () => (await world.core.campaignService.get(id)).surfaces[0]?.counts;
const prepared = () => vi.spyOn(CampaignPreparer.prototype, 'prepare');

describe('counts of a campaign', () => {
  it('are what its items say', async () => {
    const states = world.core.campaignService.items(id, 'group', 0, 50).items.map(({ state }) => state);
    expect(states).toEqual(['ready', 'fix', 'ready']);
    expect(await counts()).toEqual({ todo: 0, fix: 1, ready: 2, exported: 0, posted: 0 });
  });

  it('are not worked out again while nothing they rest on changes, not even after a restart', async () => {
    await counts();
    const spy = prepared();
    await counts();
    await world.core.campaignService.create({ name: '别的活动', scheduledOn: null, surfaces: [], products: null });
    await world.importRows('2026-11-26', [row('3001')]);
    await counts();
    await world.reopen().campaignService.get(id);
    expect(spy).not.toHaveBeenCalled();
  });

  it.each([
    ['an item is edited', async () => world.core.itemDesk.edit([{ itemId: 1, surface: 'group', posted: true }])],
    ['a product changes', async () => world.importRows('2026-11-26', [row('1001', { priceFen: 1 })])],
    ['a product gets a link', async () => world.importRows('2026-11-26', [{ ...row('1001'), links: row('9').links }])],
    ['an import is undone', async () => world.undo(2)],
    ['the day changes', async () => world.setNow('2026-11-26T02:00:00Z')],
    ['the mark is turned off', async () => world.core.settings.update({ adMark: false })],
    [
      'a pack is exported',
      async () =>
        world.db.prepare(`INSERT INTO campaign_copy (item_id, surface, exported_at) VALUES (1, 'group', 'now')`).run(),
    ],
    [
      'a word is added',
      async () =>
        world.core.wordLists.saveWord(null, {
          text: '马克杯',
          kind: 'word',
          category: 'custom',
          severity: 'block',
          note: '',
          expiresOn: null,
        }),
    ],
    [
      'evidence says that a link is blocked',
      async () => {
        world.db.prepare(`INSERT INTO link_override (link_id, surface, outcome) VALUES (1, 'group', 'blocked')`).run();
        world.db.prepare(`UPDATE revision SET value = value + 1 WHERE name = 'catalog'`).run();
      },
    ],
  ])('follow when %s', async (_what, change) => {
    await counts();
    const spy = prepared();
    await change();
    const after = await counts();
    expect(spy).toHaveBeenCalled();
    const { items } = world.core.campaignService.items(id, 'group', 0, 50);
    for (const [state, count] of Object.entries(after ?? {})) {
      expect(items.filter((item) => item.state === state)).toHaveLength(count);
    }
  });

  it('lead to exactly their rows', async () => {
    const page = await world.core.campaignService.itemsWhere(id, 'group', { states: ['fix'] }, 0, 50);
    expect(page).toMatchObject({ total: 1, items: [{ productId: 'taobao:1002', state: 'fix', nextStep: 'rewrite' }] });
    const found = await world.core.campaignService.itemsWhere(id, 'group', { search: '杯2001' }, 0, 50);
    expect(found.items.map(({ position }) => position)).toEqual([3]);
  });
});
