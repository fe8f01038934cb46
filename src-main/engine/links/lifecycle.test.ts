import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenewalList } from '#app/links/renewal-list';
import type { RenewalScope } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const today = '2026-11-25';
let world: CampaignWorld;
beforeEach(() => {
  world = openCampaignWorld(`${today}T02:00:00Z`);
});
afterEach(() => world.close());

const row = (
  key: string,
  links: { field: 'token' | 'affiliateShortUrl' | 'detailUrl' | 'paste'; value: string }[],
  said = {},
) => ({
  key,
  said: { title: `马克杯${key}`, ...said },
  links,
});
const token = (mark: string) => ({ field: 'token' as const, value: `￥aBcDeF1234${mark}￥` });
const short = (mark: string) => ({
  field: 'affiliateShortUrl' as const,
  value: `https://s.click.taobao.com/AbCd12${mark}`,
});
const page = (key: string) => ({ field: 'detailUrl' as const, value: `https://item.taobao.com/item.htm?id=${key}` });
const coupon = (endsOn: string) => ({ couponState: 'some' as const, couponFaceFen: 1000, couponEndsOn: endsOn });

describe('the calendar', () => {
  it('counts links and coupons on their last good day, as the lists behind it do', async () => {
    await world.importRows('2026-11-01', [row('10000001', [token('a'), token('b')], coupon('2026-11-30'))]);
    await world.importRows('2026-11-02', [row('10000002', [token('c')])]);
    const days = world.core.renewals.endingDays('2026-11-01', '2026-12-31');
    expect(days).toEqual([
      { day: '2026-11-30', links: 2, coupons: 1 },
      { day: '2026-12-01', links: 1, coupons: 0 },
    ]);
    for (const { day, links, coupons } of days) {
      const window = { from: day, to: day };
      expect(world.core.links.count({ surface: 'group', endsBetween: window }, today)).toBe(links);
      expect(world.core.catalog.count({ couponEnds: window }, today)).toBe(coupons);
    }
    expect(world.core.renewals.endingDays('2026-12-01', '2026-12-01')).toHaveLength(1);
  });
});

describe('products to renew', () => {
  const list = (by: string, scope: RenewalScope = 'all') =>
    new RenewalList(world.core.renewals).page({ by, scope, revision: 1 }, { offset: 0, limit: 50 });
  const due = (by: string, scope?: RenewalScope) =>
    list(by, scope).items.map(({ itemId, lastDay }) => [itemId, lastDay]);

  beforeEach(async () => {
    await world.importRows('2026-11-01', [
      row('10000001', [token('a'), page('10000001')]),
      row('10000002', [token('b'), short('b')]),
      row('10000003', [page('10000003')]),
    ]);
    await world.importRows('2026-11-02', [row('10000004', [token('d')])]);
  });

  it('are those with no paying link left by then', () => {
    expect(due('2026-11-29')).toEqual([]);
    expect(due('2026-11-30')).toEqual([['10000001', '2026-11-30']]);
    expect(due('2026-12-31')).toEqual([
      ['10000001', '2026-11-30'],
      ['10000004', '2026-12-01'],
    ]);
    expect(list('2026-12-31').total).toBe(2);
    expect(list('2026-12-31').items[0]).toMatchObject({
      pageUrl: 'https://item.taobao.com/item.htm?id=10000001',
      kinds: ['tkl_symbol_pair'],
      links: 1,
      campaigns: 0,
    });
  });

  it('are also those that keep other kinds of links, on request', () => {
    expect(due('2026-11-30', 'any')).toEqual([
      ['10000001', '2026-11-30'],
      ['10000002', '2026-11-30'],
    ]);
  });

  it('do not count a pasted link that hides whom it pays as the new one, but keep it where it is all there is', async () => {
    const pasted = { ...token('x'), field: 'paste' as const };
    await world.importRows('2026-11-20', [row('10000001', [pasted]), row('10000009', [pasted])]);
    expect(due('2026-12-31')).toEqual([
      ['10000001', '2026-11-30'],
      ['10000004', '2026-12-01'],
      ['10000009', '2026-12-19'],
    ]);
  });

  it('come first when a campaign holds them, and are gone once they have a new link', async () => {
    await world.core.campaignService.create({
      name: '早场',
      scheduledOn: null,
      surfaces: [{ surface: 'group', templateId: null }],
      products: { ids: ['taobao:10000004'] },
    });
    expect(due('2026-12-31').map(([itemId]) => itemId)).toEqual(['10000004', '10000001']);
    await world.importRows(today, [row('10000004', [token('e')])]);
    expect(due('2026-12-05')).toEqual([['10000001', '2026-11-30']]);
  });
});

describe('a campaign with a date', () => {
  const items = async (scheduledOn: string | null) => {
    const { id } = await world.core.campaignService.create({
      name: '早场',
      scheduledOn,
      surfaces: [{ surface: 'group' satisfies SurfaceId, templateId: null }],
      products: { filter: {} },
    });
    return world.core.campaignService.items(id, 'group', 0, 50).items;
  };

  it('says which links and coupons will be dead by then', async () => {
    await world.importRows('2026-11-01', [row('10000001', [token('a')], coupon('2026-11-28'))]);
    const codes = async (day: string | null) => (await items(day))[0]?.blockers.map(({ code }) => code) ?? [];
    expect(await codes('2026-12-01')).toEqual(expect.arrayContaining(['link-dead-by-day', 'coupon-ends-before']));
    expect(await codes('2026-11-30')).not.toContain('link-dead-by-day');
    expect(await codes('2026-11-30')).toContain('coupon-ends-before');
    expect(await codes('2026-11-28')).not.toContain('coupon-ends-before');
    for (const day of [null, today]) {
      expect(await codes(day)).not.toEqual(expect.arrayContaining(['link-dead-by-day']));
    }
  });

  it('takes a link that lasts', async () => {
    await world.importRows('2026-11-01', [row('10000001', [token('a'), short('a')])]);
    const chosen = async (day: string | null) => {
      const link = (await items(day))[0]?.link;
      return [link?.kind, link?.reason.code];
    };
    expect(await chosen(null)).toEqual(['tkl_symbol_pair', 'outcome']);
    expect(await chosen('2026-12-01')).toEqual(['tbk_click_short', 'lasts']);
  });

  it('counts anew when the date is moved', async () => {
    await world.importRows('2026-11-01', [row('10000001', [token('a')])]);
    const { id } = await world.core.campaignService.create({
      name: '早场',
      scheduledOn: '2026-11-26',
      surfaces: [{ surface: 'group', templateId: null }],
      products: { filter: {} },
    });
    const codes = async () => {
      const check = await world.core.campaignChecks.of(world.core.campaigns.get(id), 'group');
      return check.items[0]?.blockers.map(({ code }) => code);
    };
    expect(await codes()).not.toContain('link-dead-by-day');
    await world.core.campaignService.update({ id, scheduledOn: '2026-12-05' });
    expect(await codes()).toContain('link-dead-by-day');
  });
});
