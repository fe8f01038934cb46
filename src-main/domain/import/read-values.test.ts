import { expect, test } from 'vitest';
import { describeTable } from './describe-table.ts';
import { compileRowParser } from './row-parser.ts';

test('a title is one line, whatever breaks it', () => {
  const headers = ['商品id', '商品名称'];
  const { suggestion } = describeTable([{ line: 1, cells: headers }]);
  const parse = compileRowParser({ headers, mapping: suggestion.mapping, delimited: false, today: '2026-11-23' });
  const titles = ['毛巾\r\n两条', '毛巾\u2028两条', '毛巾 \u2029 两条', '毛\u0007巾\t两条', '毛巾  两条'].map(
    (title) => parse({ line: 2, cells: ['557662696505', title] }).product?.title,
  );
  expect(titles).toEqual(['毛巾 两条', '毛巾 两条', '毛巾 两条', '毛巾 两条', '毛巾  两条']);
});
