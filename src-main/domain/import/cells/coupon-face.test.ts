import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCouponFace, parseThresholdFen } from './coupon-face.ts';

test.each([
  ['满199元减20元', 2000, 19_900],
  ['满16元减10元', 1000, 1600],
  ['满7999减1300', 130_000, 799_900],
  ['满199-20', 2000, 19_900],
  ['199减20', 2000, 19_900],
  ['199-20', 2000, 19_900],
  ['店铺券满199减20', 2000, 19_900],
  ['优惠券：满199减20', 2000, 19_900],
  ['满199减20元（店铺券）', 2000, 19_900],
  ['领20元券', 2000, 0],
  ['20元无使用门槛', 2000, 0],
  ['满 199.00 元 立减 20.5 元', 2050, 19_900],
  ['满１９９元减２０元', 2000, 19_900],
  ['满1,999元减200元', 20_000, 199_900],
  ['单笔满199元可用，减20元', 2000, 19_900],
  ['20元券(满199元可用)', 2000, 19_900],
  ['满199元减20元优惠券', 2000, 19_900],
  ['滿199元減20元', 2000, 19_900],
  ['無條件10元券', 1000, 0],
  ['5', 500, 0],
  ['5.00', 500, 0],
  ['¥5', 500, 0],
  ['10元无条件券', 1000, 0],
  ['无条件10元券', 1000, 0],
  ['无条件券10元', 1000, 0],
  ['10元无门槛券', 1000, 0],
  ['无门槛10元优惠券', 1000, 0],
  ['10元优惠券', 1000, 0],
  ['立减10元', 1000, 0],
  ['20元（无门槛）', 2000, 0],
  ['无门槛，20元', 2000, 0],
  ['抵20元', 2000, 0],
  ['满199抵20', 2000, 19_900],
  ['满199可用20元券', 2000, 19_900],
] as const)('%s: %d off %d', (text, faceFen, thresholdFen) => {
  expect(parseCouponFace(text)).toEqual({ state: 'some', faceFen, thresholdFen });
});

test.each(['无', '0', '0.00', '-', '无券', '暂无', 'null', '无优惠券'])('%s means there is none', (text) => {
  expect(parseCouponFace(text)).toEqual({ state: 'none' });
});

test.each([
  '满3件减5元',
  '满2件9折',
  '8折券',
  '每满300减30',
  '满200减20,满300减50',
  '买一送一',
  '12-35',
  '20-20',
  '2026-11-30',
  '20元x3张',
  '满199元',
  '减',
])('%s stays unread', (text) => {
  expect(parseCouponFace(text)).toEqual({ state: 'unread' });
});

test('the face is never the threshold', () => {
  const yuan = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(yuan, yuan, (threshold, face) => {
      const expected = { state: 'some', faceFen: face * 100, thresholdFen: threshold * 100 };
      for (const text of [
        `满${threshold}元减${face}元`,
        `满${threshold}减${face}`,
        `${face}元券,满${threshold}元可用`,
      ]) {
        expect(parseCouponFace(text)).toEqual(expected);
      }
    }),
  );
});

test('a threshold of its own column', () => {
  expect(parseThresholdFen('29')).toBe(2900);
  expect(parseThresholdFen('单笔满199元可用')).toBe(19_900);
  expect(parseThresholdFen('无门槛')).toBe(0);
  expect(parseThresholdFen('满2件')).toBeNull();
});
