import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ImportedProduct, ImportedRow } from '../catalog/imported-row.ts';
import { importMessages } from '#contract/messages/import-messages';
import { knownLayouts } from './known-layouts.ts';
import { compileRowParser } from './row-parser.ts';
import { suggestMapping } from './suggest-mapping.ts';

const texts = [
  '',
  ' ',
  '-',
  '无',
  '0',
  'null',
  '#N/A',
  '合计',
  '商品id',
  '免费',
  '￥',
  '%',
  '=',
  '="',
  '=""',
  "'",
  '\t',
  '\u0000',
  '\ufeff',
  '�',
  '557662696505',
  '5.57663E+11',
  '="557662696505"',
  '\t557662696505',
  "'557662696505",
  '５５７６６２６９６５０５',
  '557662696505.0',
  '3375241637788820000',
  'v6K3mGVu8Co7-rYbbjPH2Gvxn',
  'abc-def',
  '__proto__',
  'constructor',
  '1e400',
  '-1',
  '1e5',
  '99999999999999999999',
  '149.00',
  '¥1,234.50',
  '12.00-35.00',
  '1.2万',
  '4.00',
  '15.5%',
  '0.04',
  '1550',
  '2026-11-01',
  '2026/11/1',
  '2026-13-45',
  '46327',
  '1793462400',
  '1793462400000',
  '1970-01-01',
  '满199元减20元',
  '满3件减5元',
  '无条件10元券',
  '//img.alicdn.com/a.jpg',
  'javascript:alert(1)',
  'http://item.taobao.com/item.htm?id=557662696505',
  'https://item.jd.com/100012043978.html',
  'http://[::1',
  'http://%',
  '天猫',
  '淘宝',
  '71￥ CZ3457 N4YwhQd4OLB￥ https://m.tb.cn/h.QUbiCjp  标题',
  '补水面膜',
  'a'.repeat(40_000),
  '"',
  '\ud800',
  '🎁',
  '。'.repeat(500),
];

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const flaw = fc.record({
  column: fc.integer({ min: -1, max: 30 }),
  kind: fc.constantFrom('too-long' as const, 'nul' as const, 'undecodable' as const, 'too-many-cells' as const),
});
const row = fc.record(
  {
    line: fc.integer({ min: 1, max: 2_000_000 }),
    cells: fc.array(cell, { maxLength: 34 }),
    flaws: fc.array(flaw, { maxLength: 3 }),
  },
  { requiredKeys: ['line', 'cells'] },
);

const parsers = knownLayouts.flatMap(({ headers }) =>
  [true, false].map((delimited) =>
    compileRowParser({ headers, mapping: suggestMapping(headers, []).mapping, delimited, today: '2026-11-23' }),
  ),
);

function assertProduct(product: ImportedProduct): void {
  expect(product.itemId).toMatch(/^(?:[1-9]\d{4,19}|[0-9A-Za-z]{6,40}-[0-9A-Za-z]{6,40})$/);
  expect(product.title).toBeTruthy();
  const numbers = [
    product.priceFen,
    product.statedFinalPriceFen,
    product.couponFaceFen,
    product.couponThresholdFen,
    product.commissionFen,
    product.couponLeft,
    product.couponTotal,
    product.monthlySales,
    product.commissionRateBp,
  ];
  for (const number of numbers) expect(number === null || (Number.isSafeInteger(number) && number >= 0)).toBe(true);
  expect(product.commissionRateBp ?? 0).toBeLessThanOrEqual(10_000);
  for (const day of [product.couponStartsOn, product.couponEndsOn]) {
    if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  }
  for (const address of [product.imageUrl, product.detailUrl])
    if (address !== null) expect(address).toMatch(/^https?:\/\//i);
  if (product.couponState !== 'some')
    expect([product.couponText, product.couponFaceFen, product.couponEndsOn]).toEqual([null, null, null]);
}

function assertRow(result: ImportedRow, line: number): void {
  const reasons = result.issues.filter(({ effect }) => effect === 'rejected' || effect === 'skipped');
  // Rows in = rows imported + rows reported, and never both.
  expect(reasons.length > 0).toBe(result.product === null);
  for (const issue of result.issues) {
    expect(issue.line).toBe(line);
    expect(issue.value.length).toBeLessThanOrEqual(200);
    expect(importMessages).toHaveProperty([issue.code]);
  }
  if (result.product) assertProduct(result.product);
  else expect(result.links).toEqual([]);
}

test('whatever a row holds, it is either a sound product or reported', () => {
  fc.assert(
    fc.property(row, fc.integer({ min: 0, max: parsers.length - 1 }), (raw, which) => {
      const parse = parsers[which]!;
      const result = parse(raw);
      assertRow(result, raw.line);
      expect(parse(raw)).toEqual(result);
    }),
    { numRuns: 4000 },
  );
});
