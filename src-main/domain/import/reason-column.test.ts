import { describe, expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { applyMappingFile, type MappingFile, toMappingFile, withColumn } from './mapping-file.ts';
import type { RawRow } from './raw-row.ts';
import { compileRowParser } from './row-parser.ts';

const headers = ['商品id', '商品名称', '商品价格(单位：元)', '备注'];
const row = ['557662696501', '纯棉毛巾', '19.90', '自留'];
const table = (...rows: string[][]): RawRow[] => rows.map((cells, index) => ({ line: index + 1, cells }));

const plain = describeTable(table(headers, row));
const handedBack = describeTable(table(['原因', ...headers], ['第 7 行：价格“免费”不是金额', ...row]));

describe('rows handed back', () => {
  test('are read like the table they came from, without the reasons', () => {
    expect(handedBack.signature).toBe(plain.signature);
    const parse = compileRowParser({
      headers: handedBack.headers,
      mapping: handedBack.suggestion.mapping,
      delimited: true,
      today: '2026-11-23',
    });
    const { product, extra } = parse({ line: 2, cells: ['第 7 行', ...row] });
    expect(product).toMatchObject({ itemId: '557662696501', title: '纯棉毛巾', priceFen: 1990 });
    expect(extra).toEqual({ 备注: '自留' });
  });

  test('whose cells are still moved are rejected again, in a workbook too', () => {
    const parse = compileRowParser({
      headers: handedBack.headers,
      mapping: handedBack.suggestion.mapping,
      delimited: false,
      today: '2026-11-23',
    });
    const moved = parse({ line: 2, cells: ['第 7 行', '557662696501', '毛巾', '两条装', '19.90', '自留'] });
    expect(moved.issues.map(({ code }) => code)).toEqual(['row-long']);
    const endsEarly = parse({ line: 3, cells: ['第 8 行', '557662696501', '毛巾'] });
    expect(endsEarly.product?.itemId).toBe('557662696501');
  });

  test('a mapping by column numbers means the same columns in both', () => {
    const base = toMappingFile(plain.suggestion.mapping, headers, '按列');
    const byNumber: MappingFile = { ...base, fields: { ...base.fields, shop: { column: 4 } } };
    const apply = (to: typeof plain) =>
      applyMappingFile(
        byNumber,
        to.headers,
        to.sampleRows.map(({ cells }) => cells),
        to.suggestion,
      ).mapping.columns.shop;
    expect([apply(plain), apply(handedBack)]).toEqual([3, 4]);
    const chosen = withColumn(base, handedBack.headers, 4, 'shop');
    expect(chosen.fields.shop).toEqual({ column: 4 });
  });
});
