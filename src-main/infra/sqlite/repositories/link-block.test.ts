import { expect, it } from 'vitest';
import { createLinkDeriver } from '#app/catalog/derive-links';
import type { LinkField } from '#domain/catalog/imported-row';
import { LinkBlocks, type PlacedLink } from './link-block.ts';

const derive = createLinkDeriver({ ownPids: [], ownRelationIds: [], ownFiles: false });

function placed(field: LinkField, pid: string): PlacedLink {
  const value = `https://uland.taobao.com/coupon/edetail?activityId=0123456789abcdef&itemId=600000000001&pid=${pid}`;
  const [link] = derive([{ field, value }], '2026-11-23');
  if (!link) throw new Error('no link');
  return { place: 1, batchId: 1, link, couponDeadFrom: null, soldOut: null };
}

const pidsOf = (met: readonly unknown[][]): unknown[] => met.map((said) => said[2]);

it('what links say alike is said once, across columns, turns of a column and blocks', () => {
  const blocks = new LinkBlocks();
  const [one, two] = ['mm_1_2_3', 'mm_4_5_6'] as const;
  const first = blocks.of([
    placed('couponUrl', one),
    placed('couponAffiliateUrl', one),
    placed('couponUrl', two),
    placed('couponAffiliateUrl', one),
    placed('couponUrl', one),
  ]);
  expect(first.shared).toEqual([0, 1, 2, 1, 0]);
  expect(pidsOf(first.met)).toEqual([one, one, two]);
  const next = blocks.of([placed('couponUrl', two), placed('affiliateUrl', one)]);
  expect(next.shared).toEqual([2, 3]);
  expect(pidsOf(next.met)).toEqual([one]);
});

it('after too many combinations all are said anew, with numbers from the beginning', () => {
  const blocks = new LinkBlocks();
  const many = Array.from({ length: 20_001 }, (_, at): PlacedLink => {
    const link = placed('couponUrl', 'mm_1_2_3');
    return { ...link, link: { ...link.link, pid: `mm_1_2_${at}` } };
  });
  blocks.of(many);
  const next = blocks.of(many.slice(-1));
  expect(next).toMatchObject({ forgets: true, shared: [0] });
  expect(pidsOf(next.met)).toEqual(['mm_1_2_20000']);
});
