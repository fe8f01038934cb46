import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeLink } from '#app/links/describe-link';
import { LinkList } from '#app/links/link-list';
import { linkOverview } from '#app/links/link-overview';
import type { LinkFilter, LinkRow, LinkSort } from '#contract/links';
import { type CampaignWorld, openCampaignWorld } from '../../testing/campaign-world.ts';

const today = '2026-11-25';
const newest: LinkSort = { by: 'newest', descending: true };
const shortLink = 'https://s.click.taobao.com/AbCd123';
const otherPid = 'mm_11_22_33';

let world: CampaignWorld;
beforeEach(async () => {
  world = openCampaignWorld(`${today}T02:00:00Z`);
  await world.importRows('2026-10-27', [
    {
      key: '557662696505',
      said: { title: '保温杯' },
      links: [
        { field: 'affiliateShortUrl', value: shortLink },
        { field: 'token', value: '￥aBcDeF12345￥' },
        { field: 'detailUrl', value: 'https://item.taobao.com/item.htm?id=557662696505' },
      ],
    },
  ]);
  await world.importRows(today, [
    {
      key: '667662696505',
      said: { title: '登山绳', couponState: 'some', couponEndsOn: '2026-11-28', couponLeft: 5, couponTotal: 100 },
      links: [
        { field: 'couponAffiliateUrl', value: `https://uland.taobao.com/coupon/edetail?e=x&pid=${otherPid}` },
        { field: 'couponShortUrl', value: 'https://s.click.taobao.com/Zz9Xy12' },
        { field: 'recommendText', value: 'https://m.tb.cn/h.AbCdEf1' },
      ],
    },
  ]);
});
afterEach(() => world.close());

const find = (filter: Omit<LinkFilter, 'surface'>, sort = newest): LinkRow[] => {
  const asOf = world.core.verdicts.prepare();
  const list = new LinkList(world.core.links);
  const question = { filter: { surface: 'group' as const, ...filter }, sort, asOf, revision: 1 };
  return list.page(question, { offset: 0, limit: 100 }).items;
};
const kinds = (filter: Omit<LinkFilter, 'surface'>): string[] =>
  find(filter)
    .map(({ kind }) => kind)
    .sort();

describe('the list of links', () => {
  it.each([
    ['a whole link', shortLink, ['tbk_click_short']],
    ['a whole 口令 in other dress', '€aBcDeF12345€', ['tkl_symbol_pair']],
    ['an item id', '557662696505', ['tb_item_pc', 'tbk_click_short', 'tkl_symbol_pair']],
    [
      'an item page',
      'https://detail.tmall.com/item.htm?id=557662696505',
      ['tb_item_pc', 'tbk_click_short', 'tkl_symbol_pair'],
    ],
    ['part of a link', 'm.tb.cn/h.', ['tb_short_m']],
    ['the beginning of a pid', 'mm_11_', ['tbk_uland_edetail']],
    ['a word of the title', '登山', ['tb_short_m', 'tbk_click_short', 'tbk_uland_edetail']],
    ['the code of a short link', 'Zz9Xy12', ['tbk_click_short']],
    ['the code of a 口令', 'aBcDeF12345', ['tkl_symbol_pair']],
    ['part of a code', 'bCdEf1', ['tb_short_m']],
    ['a code nobody has', 'Zz9Xy99', []],
    ['what nobody has', 'https://s.click.taobao.com/Nope', []],
  ])('is searched by %s', (_what, search, found) => {
    expect(kinds({ search })).toEqual(found);
  });

  it('narrows down by end, product and outcome', () => {
    expect(kinds({ endsBetween: { from: today, to: '2026-12-01' } })).toEqual([
      'tbk_click_short',
      'tbk_uland_edetail',
      'tkl_symbol_pair',
    ]);
    expect(kinds({ endedBefore: '2026-11-29' })).toEqual(['tbk_click_short', 'tbk_uland_edetail', 'tkl_symbol_pair']);
    expect(kinds({ endedBefore: today })).toEqual([]);
    expect(kinds({ noProduct: true })).toEqual([]);
    expect(find({ outcomes: ['copy-to-app'] }).every(({ outcome }) => outcome === 'copy-to-app')).toBe(true);
  });

  it('puts what ends soonest first and what has no known end last', () => {
    const ends = find({}, { by: 'ending', descending: false }).map(({ deadFrom }) => deadFrom);
    expect(ends).toEqual(['2026-11-26', '2026-11-29', '2026-11-29', '2027-08-23', null, null]);
  });

  it('says that a link ends with its coupon where the coupon ends sooner', () => {
    const bases = find({ search: '667662696505' }).map(({ kind, validityBasis }) => [kind, validityBasis]);
    expect(bases).toContainEqual(['tbk_click_short', 'coupon-end']);
  });
});

describe('the numbers above the list', () => {
  it('are the numbers of rows their filters find', () => {
    const overview = linkOverview(world.core.linkFacts, today);
    expect(overview).toMatchObject({ total: 6, endingSoon: 3, ended: 0, noProduct: 0 });
    expect(find({ endsBetween: overview.soon })).toHaveLength(overview.endingSoon);
    expect(find({ earns: ['no'] })).toHaveLength(overview.earning.none);
    expect(find({ owner: ['unknown'], earns: ['unknown'] })).toHaveLength(overview.earning.unknown);
    expect(find({ owner: ['unknown'], earns: ['yes'] })).toHaveLength(overview.earning.affiliate);
  });
});

describe('one link', () => {
  const detailOf = (search: string) => {
    const [link] = find({ search });
    if (!link) throw new Error(`no link ${search}`);
    return describeLink(link, world.core.linkFacts);
  };

  it('tells the coupon it lives off, with the age of the data', () => {
    expect(detailOf('https://s.click.taobao.com/Zz9Xy12').coupon).toEqual({
      endsOn: '2026-11-28',
      left: 5,
      total: 100,
      seenOn: today,
    });
    expect(detailOf(shortLink).coupon).toBeNull();
  });

  it('tells where it came from and which campaigns hold its product', async () => {
    const id = await world.createCampaign('周四早场');
    const { source, campaigns, validDays } = detailOf(shortLink);
    expect(source).toMatchObject({ dataDate: '2026-10-27' });
    expect(campaigns).toEqual([{ id, name: '周四早场', scheduledOn: null, pinnedOn: [] }]);
    expect(validDays).toBe(300);
  });
});
