import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMoneyFen, parseMoneyRangeFen } from './money.ts';

test.each([
  ['149.00', 14900],
  ['149', 14900],
  ['0.1', 10],
  ['¥149.00', 14900],
  ['￥ 1,234.50', 123450],
  ['１４９．００', 14900],
  ['149.00元', 14900],
  ['1.2万', 1_200_000],
  ['RMB 12', 1200],
  ['19.9元/件', 1990],
  ['19.9（元）', 1990],
  ['1.5千', 150_000],
  ['12.345', 1235],
] as const)('%j is %d 分', (text, fen) => {
  expect(parseMoneyFen(text)).toBe(fen);
});

test.each(['免费', '-5', '12,50', '5%', '12-35', '1e3', '', 'NaN', '19 29', '19.9/29.9', '99999999999'])(
  '%j is no amount',
  (text) => {
    expect(parseMoneyFen(text)).toBeNull();
  },
);

test('a column in 分 is taken as it stands', () => {
  expect(parseMoneyFen('14900', 'fen')).toBe(14900);
});

test('amounts survive being written in every usual way', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (fen) => {
      const plain = (fen / 100).toFixed(2);
      const grouped = (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
      const wide = plain.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      for (const text of [plain, grouped, wide, `¥${plain}`, `￥${grouped}`, `${plain}元`]) {
        expect(parseMoneyFen(text)).toBe(fen);
      }
    }),
  );
});

test('a range gives its lower end', () => {
  expect(parseMoneyRangeFen('12.00-35.00')).toBe(1200);
  expect(parseMoneyRangeFen('￥12 ~ ￥35')).toBe(1200);
  expect(parseMoneyRangeFen('12.5元起')).toBe(1250);
  expect(parseMoneyRangeFen('35-12')).toBeNull();
  expect(parseMoneyRangeFen('-5')).toBeNull();
  expect(parseMoneyRangeFen('免费')).toBeNull();
});
