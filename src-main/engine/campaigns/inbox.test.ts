import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { proposeFixes } from '#app/campaigns/propose-fixes';
import { tryPlaces } from '#app/campaigns/try-places';
import { scanCatalog } from '#app/compliance/scan-catalog';
import type { TextFix } from '#contract/campaign-fixes';
import type { InboxFilter } from '#contract/inbox';
import { ScanRepository } from '#infra/sqlite/repositories/scan-repository';
import { calmContext, type CampaignWorld, openCampaignWorld, type WorldRow } from '../../testing/campaign-world.ts';

const row = (key: string, said: WorldRow['said'] = {}, links?: WorldRow['links']): WorldRow => ({
  key,
  said: { title: `马克杯${key}`, priceFen: 6990, ...said },
  links: links ?? [{ field: 'affiliateShortUrl', value: `https://s.click.taobao.com/Link${key}` }],
});
const induced = { recommendText: '转发到3个群即可免费领取红包' };

let world: CampaignWorld;
let id = 0;
beforeEach(async () => {
  world = openCampaignWorld('2026-11-25T02:00:00Z');
  await world.importRows('2026-11-25', [
    row('1001'),
    row('1002', induced),
    row('1003', induced),
    row('1004', {}, []),
    row('1005', {}, [{ field: 'token', value: '￥SIH6XbwRfyt￥' }]),
  ]);
  id = await world.createCampaign('秋冬专场', ['group', 'moments']);
});
afterEach(() => world.close());

const groups = async () =>
  Object.fromEntries((await world.core.inbox.groups({})).groups.map(({ cause, rows }) => [cause, rows]));
const rowsOf = (cause: string, snoozed: boolean, limit: number) =>
  world.core.inbox.rows({ cause, snoozed, filter: {} }, 0, limit);
const targetsOf = async (cause: string) =>
  (await world.core.inbox.targets({ cause, snoozed: false, filter: {} })).targets;
const looking = () => ({
  campaigns: world.core.campaigns,
  preparer: world.core.preparer,
  linterFor: (asOf: string) => world.core.compliance.linterFor(asOf),
  asOf: () => world.core.verdicts.prepare(),
  breathe: () => Promise.resolve(),
});
const propose = (targets: Parameters<typeof proposeFixes>[1], fix: TextFix) => proposeFixes(looking(), targets, fix);
const wording = 'copy-block/share.incentive';
const ownTexts = 'catalog/share.incentive';

describe('the inbox', () => {
  it('groups by cause, and every number leads to exactly its rows', async () => {
    const { groups: found, blocked } = await world.core.inbox.groups({});
    const causes = found.filter(({ severity, code }) => severity === 'block' && code !== null);
    expect(causes.map(({ cause, rows }) => [cause, rows])).toEqual([
      ['copy-block/share.forced', 4],
      [wording, 4],
      ['no-link', 2],
      ['link-blocked', 1],
    ]);
    for (const { cause, rows } of found) {
      const page = await rowsOf(cause, false, 100);
      expect([cause, page.total, page.items.length]).toEqual([cause, rows, rows]);
    }
    const distinct = new Set(
      (await Promise.all(causes.map(({ cause }) => targetsOf(cause)))).flat().map((each) => JSON.stringify(each)),
    );
    expect(blocked).toBe(distinct.size);
  });

  it('shows one campaign, one place or one severity when asked to', async () => {
    const other = await world.createCampaign('双十二', ['group']);
    const { campaigns } = await world.core.inbox.groups({});
    expect(campaigns.map(({ name }) => name).sort()).toEqual(['双十二', '秋冬专场'].sort());
    const count = async (filter: InboxFilter) =>
      (await world.core.inbox.groups(filter)).groups.find(({ cause }) => cause === wording)?.rows ?? 0;
    expect([await count({}), await count({ campaignId: other })]).toEqual([6, 2]);
    expect([await count({ surface: 'moments' }), await count({ severity: 'warn' })]).toEqual([2, 0]);
    const list = { cause: wording, snoozed: false, filter: { campaignId: id, surface: 'group' as const } };
    expect((await world.core.inbox.rows(list, 0, 9)).items).toMatchObject([
      { campaignName: '秋冬专场', surface: 'group' },
      { campaignName: '秋冬专场', surface: 'group' },
    ]);
    expect((await world.core.inbox.targets(list)).targets).toHaveLength(2);
  });

  it('says what a wording rests on', async () => {
    const found = (await world.core.inbox.groups({})).groups.find(({ cause }) => cause === wording);
    expect(found?.example?.basis.clause).not.toBe('');
  });

  it('counts for the badge what the list shows', async () => {
    await scan();
    const { blocked, products } = await world.core.inbox.groups({});
    expect(await world.core.inbox.count()).toEqual({ blocked, products });
    expect(products).toBe(2);
  });

  it('rewrites many copies at once: what was shown is what happens, and one step takes it back', async () => {
    const { proposals, skipped } = await propose(await targetsOf(wording), { kind: 'rewrite' });
    expect([proposals.length, skipped]).toEqual([4, []]);
    expect(proposals[0]?.before.text).toContain('免费领取红包');
    const { changeId } = await world.core.itemDesk.edit(proposals.map(({ edit }) => edit));
    expect(await groups()).not.toHaveProperty([wording]);
    const [first] = world.core.campaignService.items(id, 'group', 1, 1).items;
    expect(first?.text).toBe(
      proposals.find(({ itemId, surface }) => itemId === first?.itemId && surface === 'group')?.after.text,
    );
    await world.core.campaignChanges.undo(changeId ?? 0, false);
    expect((await groups())[wording]).toBe(4);
  });

  it('leaves out what was put off until its day, and what a written reason let through', async () => {
    const targets = await targetsOf(wording);
    const { changeId } = await world.core.itemDesk.snooze(targets.slice(0, 3), '2026-11-27');
    expect((await groups())[wording]).toBe(1);
    expect((await rowsOf(wording, true, 9)).items).toMatchObject([{ until: '2026-11-27' }, {}, {}]);
    await world.core.itemDesk.edit([{ ...(targets[3] ?? { itemId: 0, surface: 'group' }), overrideReason: '已备案' }]);
    expect((await groups())[wording]).toBe(0);
    world.setNow('2026-11-27T02:00:00Z');
    expect((await groups())[wording]).toBe(3);
    world.setNow('2026-11-26T02:00:00Z');
    await world.core.campaignChanges.undo(changeId ?? 0, false);
    expect((await groups())[wording]).toBe(3);
  });

  it('says where items could be posted instead', async () => {
    const places = await tryPlaces(looking(), await targetsOf('link-blocked'));
    const ready = Object.fromEntries(places.map((place) => [place.surface, place.ready]));
    expect(ready).toMatchObject({ moments: 0, group: 1, chat_1v1: 1 });
    await world.core.itemDesk.moveSurface(await targetsOf('link-blocked'), 'chat_1v1');
    expect(await groups()).not.toHaveProperty('link-blocked');
  });

  it('says how many products it knows nothing of yet, where their own texts are asked for', async () => {
    const unscanned = async (filter: InboxFilter) => (await world.core.inbox.groups(filter)).unscanned;
    expect(await unscanned({})).toBe(5);
    expect(await unscanned({ severity: 'block' })).toBe(5);
    expect(await unscanned({ surface: 'group' })).toBe(0);
    await scan();
    expect(await unscanned({})).toBe(0);
  });

  it('lists products whose own texts break a rule', async () => {
    await scan();
    const ofCatalog = async () => (await world.core.inbox.groups({})).groups.find(({ cause }) => cause === ownTexts);
    expect(await ofCatalog()).toMatchObject({ rows: 2, snoozed: 0 });
    const page = await rowsOf(ownTexts, false, 10);
    expect(page.items).toMatchObject([{ kind: 'product', productId: 'taobao:1002', field: 'recommend' }, {}]);
    await world.core.inbox.snoozeProducts(['taobao:1002'], '2026-12-01');
    expect(await ofCatalog()).toMatchObject({ rows: 1, snoozed: 1 });
    expect((await world.core.inbox.targets({ cause: ownTexts, snoozed: false, filter: {} })).productIds).toEqual([
      'taobao:1003',
    ]);
  });

  it('forgets archived campaigns and what was posted', async () => {
    const targets = await targetsOf(wording);
    await world.core.itemDesk.edit(targets.slice(0, 1).map((target) => ({ ...target, posted: true })));
    expect((await groups())[wording]).toBe(3);
    await world.core.campaignService.update({ id, archived: true });
    expect(await groups()).toEqual({});
  });
});

function scan(): Promise<unknown> {
  const { compliance, verdicts } = world.core;
  const asOf = verdicts.prepare();
  const rules = { linter: compliance.linterFor(asOf), fingerprint: compliance.fingerprint(asOf) };
  return scanCatalog(new ScanRepository(world.db, world.now), () => rules, calmContext);
}

it('tells a catalog without products from one without problems', async () => {
  expect(await world.core.inbox.groups({})).toMatchObject({ hasProducts: true });
  const empty = openCampaignWorld('2026-11-25T02:00:00Z');
  expect(await empty.core.inbox.groups({})).toMatchObject({ hasProducts: false, groups: [] });
  empty.close();
});

describe('a better link', () => {
  const pinned = async () => {
    await world.importRows('2026-11-26', [
      row('1001', {}, [
        { field: 'affiliateShortUrl', value: 'https://s.click.taobao.com/Link1001' },
        { field: 'token', value: '￥SIH6XbwRfyt￥' },
      ]),
    ]);
    const item = world.core.campaignService.items(id, 'moments', 0, 1).items[0];
    const target = { itemId: item?.itemId ?? 0, surface: 'moments' as const };
    const token = world.core.itemDesk.links(target).find(({ link }) => link.kind === 'tkl_symbol_pair');
    return { target, linkId: token?.link.id ?? 0 };
  };

  it('takes the place of a pinned one, in a copy written by hand too', async () => {
    const { target, linkId } = await pinned();
    await world.core.itemDesk.edit([{ ...target, linkId, text: '自己写的 ￥SIH6XbwRfyt￥ 好价' }]);
    const { proposals } = await propose([target], { kind: 'relink' });
    expect(proposals).toMatchObject([
      {
        before: { link: '￥SIH6XbwRfyt￥' },
        after: {
          link: 'https://s.click.taobao.com/Link1001',
          text: '自己写的 https://s.click.taobao.com/Link1001 好价',
        },
        edit: { linkId: null },
      },
    ]);
  });

  it('is not invented: an item without one is skipped and says why', async () => {
    expect(await propose(await targetsOf('no-link'), { kind: 'relink' })).toMatchObject({
      proposals: [],
      skipped: [{ reason: 'no-other-link' }, { reason: 'no-other-link' }],
    });
  });

  it('is explained beside the others', async () => {
    const { target } = await pinned();
    const links = world.core.itemDesk.links(target);
    expect(links.map(({ link, reason, chosen }) => [link.kind, reason.code, chosen])).toEqual([
      ['tbk_click_short', 'usable', true],
      ['tkl_symbol_pair', 'usable', false],
    ]);
  });
});
