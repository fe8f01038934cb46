import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from '../openability/outcomes.ts';
import { chooseLink, type LinkCandidate } from './choose-link.ts';

const candidate = (id: string, changes: Partial<LinkCandidate> = {}): LinkCandidate => ({
  id,
  kind: 'tbk_click_short',
  value: 'https://s.click.taobao.com/CvHjOPu',
  earns: 'yes',
  owner: 'unknown',
  outcome: 'opens',
  carriesCoupon: false,
  expiresOn: null,
  lasts: true,
  ...changes,
});

const chosen = (...candidates: LinkCandidate[]) => {
  const choice = chooseLink(candidates);
  return [choice.chosen?.id, choice.reason];
};

describe('chooseLink', () => {
  const item = candidate('item', { kind: 'tb_item_pc', earns: 'no', outcome: 'opens' });
  const token = candidate('token', { kind: 'tkl_symbol_pair', outcome: 'copy-to-app', value: '￥SIH6XbwRfyt￥' });

  it('prefers a link that earns over one that merely opens', () => {
    expect(chosen(item, token)).toEqual(['token', 'earning']);
  });

  it('takes a link that leads to goods before a page of WeChat, and a web page that may be one’s own before none', () => {
    const article = candidate('article', { kind: 'wx_article', earns: 'unknown' });
    expect(chosen(article, item)).toEqual(['item', 'goods']);
    expect(chosen(article, { ...item, outcome: 'blocked' })).toEqual(['article', 'usable']);
    expect(chosen(candidate('own', { kind: 'web_link', earns: 'unknown' }), item)).toEqual(['own', 'earning']);
  });

  it('takes the better verdict among links that earn alike, and a known step over an unknown end', () => {
    expect(chosen(token, candidate('click'))).toEqual(['click', 'outcome']);
    expect(chosen(candidate('click', { outcome: 'unknown' }), token)).toEqual(['token', 'outcome']);
  });

  it('takes the link with the coupon among those that earn, even where it needs a step more', () => {
    const coupon = candidate('coupon', { carriesCoupon: true, outcome: 'copy-to-app' });
    expect(chosen(candidate('click'), coupon)).toEqual(['coupon', 'coupon']);
    expect(chosen(candidate('click'), { ...coupon, earns: 'no' })).toEqual(['click', 'earning']);
  });

  it('takes the link that is still alive on the day of posting, but not one that earns nothing', () => {
    const ending = candidate('ending', { lasts: false, carriesCoupon: true });
    expect(chosen(ending, candidate('lasting'))).toEqual(['lasting', 'lasts']);
    expect(chosen(ending, item)).toEqual(['ending', 'earning']);
  });

  it('leaves blocked and not clickable links alone while anything is usable', () => {
    expect(chosen(item, { ...token, outcome: 'blocked' })).toEqual(['item', 'usable']);
    expect(chosen(item, { ...token, outcome: 'not-clickable' })).toEqual(['item', 'usable']);
    expect(chosen(item, candidate('foreign', { owner: 'other' }))).toEqual(['item', 'usable']);
  });

  it('then goes by validity, length and a fixed order', () => {
    expect(chosen(candidate('a', { expiresOn: '2026-12-01' }), candidate('b', { expiresOn: '2027-01-01' }))).toEqual([
      'b',
      'validity',
    ]);
    expect(chosen(candidate('a', { value: 'longer' }), candidate('b', { value: 'short' }))).toEqual(['b', 'length']);
    expect(chosen(candidate('b'), candidate('a'))).toEqual(['a', 'tie']);
  });

  it('falls back with a reason that says so', () => {
    expect(chosen()).toEqual([undefined, 'none']);
    expect(chosen(item)).toEqual(['item', 'only-candidate']);
    expect(chosen(candidate('x', { owner: 'other' }), candidate('y', { outcome: 'dead' }))).toEqual([
      'x',
      'fallback-other-pid',
    ]);
    expect(chosen(candidate('x', { outcome: 'blocked' }), candidate('y', { outcome: 'dead' }))).toEqual([
      'x',
      'fallback-blocked',
    ]);
    expect(chosen(candidate('y', { outcome: 'dead' }))).toEqual(['y', 'fallback-dead']);
    expect(chosen(candidate('z', { outcome: 'not-clickable' }), candidate('x', { owner: 'other' }))).toEqual([
      'z',
      'fallback-not-clickable',
    ]);
  });

  it('never depends on the order of the candidates', () => {
    const arbitrary = fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      kind: fc.constantFrom('tb_item_pc' as const, 'tkl_symbol_pair' as const),
      value: fc.stringMatching(/^[a-z]{1,4}$/),
      earns: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
      owner: fc.constantFrom('own' as const, 'other' as const, 'unknown' as const),
      outcome: fc.constantFrom(...outcomes),
      carriesCoupon: fc.boolean(),
      expiresOn: fc.constantFrom(null, '2026-12-01', '2027-01-01'),
      lasts: fc.boolean(),
    });
    const lists = fc.uniqueArray(arbitrary, { selector: ({ id }) => id, maxLength: 8 });
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat()), (candidates, randoms) => {
        const shuffled = candidates
          .map((entry) => ({ entry, key: randoms.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry);
        expect(chooseLink(shuffled)).toEqual(chooseLink(candidates));
      }),
    );
  });
});
