import { expect, test } from 'vitest';
import { compileRowParser } from './row-parser.ts';

const headers = ['商品id', '商品名称', '佣金率'];

function read(rate: string, unit?: 'fraction') {
  const columns = { itemId: 0, title: 1, commissionRate: 2 };
  const mapping = { columns, units: unit ? { commissionRate: unit } : {} };
  const parse = compileRowParser({ headers, mapping, delimited: false, today: '2026-11-23' });
  const { product, issues } = parse({ line: 2, cells: ['557662696505', '面膜', rate] });
  return [product?.commissionRateBp, ...issues.map(({ code, params }) => `${code} ${params?.['percent']}`)];
}

test('a rate so low that it may be a fraction is remarked on, not changed', () => {
  expect(read('0.05')).toEqual([5, 'rate-tiny 0.05']);
  expect(read('0.5')).toEqual([50]);
  expect(read('0')).toEqual([0]);
  expect(read('0.05%')).toEqual([5]);
  expect(read('0.05', 'fraction')).toEqual([500]);
  expect(read('0.001', 'fraction')).toEqual([10]);
});
