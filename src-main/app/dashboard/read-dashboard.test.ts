import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CatalogFilter } from '#contract/catalog';
import type { Dashboard } from '#contract/dashboard';
import { closedOutcomes } from '#contract/surfaces';
import type { LinkFilter } from '#contract/links';
import { outcomes, surfaceIds } from '#contract/surfaces';
// oxlint-disable-next-line no-restricted-imports -- the numbers are held against a real database
import { openCampaignWorld, type CampaignWorld, type WorldRow } from '../../testing/campaign-world.ts';
import { readDashboard } from './read-dashboard.ts';

const today = '2026-11-25';

function row(index: number): WorldRow {
  const key = String(557662696500 + index);
  return {
    key,
    said: {
      title: index % 3 === 0 ? `转发到群领红包 ${index}` : `纯棉毛巾 ${index}`,
      priceFen: 5_000 + index,
      commissionRateBp: index % 5 === 0 ? null : 1_000,
      couponState: index % 2 === 0 ? 'some' : 'none',
      couponFaceFen: index % 2 === 0 ? 500 : null,
      couponEndsOn: index % 2 === 0 ? `2026-${index % 4 === 0 ? '11-28' : '12-20'}` : null,
    },
    links: [
      ...(index % 4 === 3
        ? []
        : [{ field: 'detailUrl' as const, value: `https://item.taobao.com/item.htm?id=${key}` }]),
      { field: 'affiliateUrl' as const, value: `https://s.click.taobao.com/t?e=m%3D2%26s%3D${index}` },
      ...(index % 2 === 0 ? [{ field: 'token' as const, value: `￥SIH6Xbw${String(index).padStart(4, 'f')}￥` }] : []),
    ],
  };
}

describe('the numbers of the overview', () => {
  let world: CampaignWorld;
  let shown: Dashboard;

  beforeAll(async () => {
    world = openCampaignWorld(`${today}T04:00:00Z`);
    await world.importRows(
      '2026-10-20',
      Array.from({ length: 20 }, (_, index) => row(index)),
    );
    await world.importRows(
      '2026-11-20',
      Array.from({ length: 24 }, (_, index) => row(index + 30)),
    );
    await world.core.settings.update({ surface: 'group' });
    shown = await show(null);
  });

  afterAll(() => world.close());

  async function show(asOf: string | null, on = today): Promise<Dashboard> {
    await world.core.settings.update({ asOf });
    return readDashboard({ ...world.core, scans: { unscanned: () => 0 } }, world.core.verdicts.prepare(), on);
  }

  const closedOn = ({ openability }: Dashboard, place: string): number => {
    const counts = openability.find(({ surface }) => surface === place)?.counts;
    return closedOutcomes.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0);
  };
  const products = (filter: CatalogFilter): number => world.core.catalog.count(filter, world.core.verdicts.prepare());
  const links = (filter: LinkFilter): number => world.core.links.count(filter, world.core.verdicts.prepare());

  test('count links by outcome on every surface exactly as the list does', () => {
    for (const { surface, counts } of shown.openability) {
      for (const outcome of outcomes) {
        expect([surface, outcome, counts[outcome]]).toEqual([
          surface,
          outcome,
          links({ surface, outcomes: [outcome] }),
        ]);
      }
    }
    expect(shown.openability.map(({ surface }) => surface)).toEqual([...surfaceIds]);
    expect(shown.openability.find(({ surface }) => surface === 'group')?.counts.dead).toBeGreaterThan(0);
  });

  test('count whose commission links carry exactly as the list does', () => {
    expect(shown.earning.unknown).toBe(links({ surface: 'group', owner: ['unknown'], earns: ['yes', 'unknown'] }));
    expect(shown.earning.none).toBe(links({ surface: 'group', earns: ['no'] }));
    expect(shown.earning.none).toBeGreaterThan(0);
  });

  test('count products whose commission is at stake exactly as the list does', () => {
    const { atStakeProducts, atStakeFen } = shown.commission;
    expect(atStakeProducts).toBe(products({ noUsableLinkOn: 'group', commissionFen: { min: 1 } }));
    expect(atStakeProducts).toBeGreaterThan(0);
    expect(atStakeProducts).toBeLessThan(shown.products);
    expect(atStakeFen).toBeGreaterThan(0);
  });

  test('count commission at stake as the list does where records say something else than the policy', () => {
    const { core, db } = world;
    const { dashboard } = core;
    const day = core.verdicts.prepare();
    const judged = db.prepare(
      'INSERT INTO temp.link_override SELECT id, ?, ? FROM share_link WHERE kind = ? AND id % 5 = 0',
    );
    judged.run('chat_1v1', 'blocked', 'tbk_click_long');
    judged.run('moments', 'opens', 'tbk_click_long');
    db.exec(
      `INSERT INTO temp.outcome_by_host VALUES ('oa_article', 'tbk_click_long', 's.click.taobao.com', 'confirm')`,
    );
    const atStake = surfaceIds.map((surface) => {
      const { atStakeProducts } = dashboard.commission(surface, day, dashboard.linkGroups(day));
      return [surface, atStakeProducts];
    });
    expect(atStake).toEqual(
      surfaceIds.map((surface) => [surface, products({ noUsableLinkOn: surface, commissionFen: { min: 1 } })]),
    );
    // None, some and all of them.
    const all = products({ commissionFen: { min: 1 } });
    const found = atStake.map(([, count]) => count);
    expect(found).toContain(0);
    expect(found).toContain(all);
    expect(found.some((count) => Number(count) > 0 && Number(count) < all)).toBe(true);
    db.exec('DELETE FROM temp.link_override; DELETE FROM temp.outcome_by_host');
  });

  test('count what ends exactly as the lists do', () => {
    const { within7, linksIn7, couponsIn7 } = shown.ending;
    expect(linksIn7).toBe(links({ surface: 'group', endsBetween: within7 }));
    expect(couponsIn7).toBe(products({ couponEnds: within7 }));
    expect(couponsIn7).toBeGreaterThan(0);
    for (const { day, links: ending, coupons } of shown.calendar) {
      expect([day, ending]).toEqual([day, links({ surface: 'group', endsBetween: { from: day, to: day } })]);
      expect([day, coupons]).toEqual([day, products({ couponEnds: { from: day, to: day } })]);
    }
  });

  test('judge by the day asked for', async () => {
    const then = await show('2021-09-13');
    await show(null);
    const now = shown.openability.find(({ surface }) => surface === 'chat_1v1');
    const before = then.openability.find(({ surface }) => surface === 'chat_1v1');
    expect(now?.counts.opens).toBeGreaterThan(0);
    expect(before?.counts.opens).toBe(0);
  });

  test('are counted again when the catalog changed, and only then', async () => {
    const { summary } = world.core;
    const kept: unknown[] = [];
    world.core.summary = { ...summary, put: (key, value) => kept.push([key, value]) };
    expect(await show(null)).toEqual(shown);
    expect(kept).toEqual([]);
    const batch = await world.importRows('2026-11-21', [row(90)]);
    expect((await show(null)).products).toBe(shown.products + 1);
    expect(kept).toHaveLength(1);
    await world.undo(batch);
    expect((await show(null)).products).toBe(shown.products);
    world.core.summary = summary;
  });

  test('say what is different from the last day they were looked at', async () => {
    expect(shown.since).toBeNull();
    world.setNow('2026-11-30T04:00:00Z');
    const then = { ...shown, closed: closedOn(shown, 'group') };
    const batch = await world.importRows('2026-11-29', [row(91)]);
    const later = await show(null, '2026-11-30');
    expect(later.since).toMatchObject({
      day: today,
      before: { products: then.products, links: then.links, banned: then.findings.block },
      window: { from: today, to: '2026-11-29' },
    });
    expect(later.products).toBe(then.products + 1);
    expect(later.since?.before.closed.group).toBe(then.closed);
    const { window, endedLinks, endedCoupons } = later.since ?? { window: { from: '', to: '' } };
    expect(endedLinks).toBe(links({ surface: 'group', endsBetween: window }));
    expect(endedCoupons).toBe(products({ couponEnds: window }));
    expect(endedCoupons).toBeGreaterThan(0);
    // What a day would have been like is no look at it.
    await show('2021-09-13', '2026-12-01');
    expect((await show(null, '2026-12-02')).since?.day).toBe('2026-11-30');
    world.setNow(`${today}T04:00:00Z`);
    await world.undo(batch);
  });

  test('name rule changes of links the catalog holds only', () => {
    expect(shown.ruleChanges.length).toBeGreaterThan(0);
    expect(shown.ruleChanges.every(({ links: count }) => count > 0)).toBe(true);
  });
});
