import { expect, test } from 'vitest';
import { detectDelimiter, orderedDelimiter } from './delimiter.ts';

test.each([
  [',', '商品id,商品名称,价格\n1,a,2\n'],
  ['\t', '商品id\t商品名称\t价格\n1\ta,b,c\t2\n'],
  [';', '商品id;商品名称;价格\n1;a,b;2\n'],
  ['|', '商品id|商品名称|价格\n1|a|2\n'],
  [',', '精选商品;2026;11;23;更新\n\n商品id,商品名称,价格\n1,a;b;c;d,2\n'],
  [',', 'x,y,z\n1,"a;b;c;d;e",2\n3,"f;g",4\n'],
  ['\t', 'x\ty\n1,5\t2,5\n3,5\t4,5\n'],
  [',', '货号,说明\n1,苹果、梨、桃；香蕉；橙\n2,甲、乙；丙\n'],
  [',', '只有一列\na\nb\n'],
  ['，', '商品id，商品名称，价格\n1，毛巾，2\n'],
  ['，', '十一月清单，共两件\n商品id，商品名称，价格\n1，毛巾；大，1,299.00\n2，杯，2,299.00\n'],
  [',', '清单，标题\n商品id,商品名称\n1,毛巾，两条，三色\n2,杯，大，红\n'],
  [',', '货号，品名，价\n1，毛巾，2\n'],
  [',', '商品id,商品名称\n1,a;b\n2,c,d;e\n3,f,g,h;i\n'],
])('%j in %j', (delimiter, text) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

test("Excel's own order is read, and nothing like it", () => {
  expect(orderedDelimiter('sep=;\r\na;b')).toEqual({ delimiter: ';', length: 7 });
  expect(orderedDelimiter('SEP=\t\na')).toEqual({ delimiter: '\t', length: 6 });
  expect(orderedDelimiter('separator,b\n')).toBeNull();
});
