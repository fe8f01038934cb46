import { afterAll, describe, expect, test } from 'vitest';
import { buildXls } from './testing/biff8-builder.ts';
import { encodeGbk } from './testing/gb18030.ts';
import { createFileFolder, readFile, spreadsheetFiles } from './testing/read-file.ts';
import { buildXlsx, buildZip, inlineRows } from './testing/xlsx-builder.ts';

const folder = await createFileFolder();
afterAll(() => folder.remove());

/** What comes of a row, as far as a case is about it: id, 价格 and 佣金比率, or why it is not there. */
async function outcome(name: string, content: Buffer | string): Promise<string[]> {
  const { rows } = await readFile(await folder.write(name, content));
  return rows.map(({ line, product, issues }) => {
    const codes = issues.map(({ effect, code }) => `${effect} ${code}`);
    if (!product) return [line, ...codes].join(' ');
    const { itemId, priceFen, commissionRateBp, couponState, couponFaceFen, couponEndsOn } = product;
    return [line, itemId, priceFen, commissionRateBp, couponState, couponFaceFen, couponEndsOn, ...codes]
      .map((part) => part ?? '-')
      .join(' ');
  });
}

const cases: [string, string, () => Buffer | string | Promise<Buffer>, string[]][] = [
  [
    'WPS: UTF-16 with tabs, a merged title above, ids with a tab in front, ¥ and thousands',
    '选品.txt',
    () =>
      Buffer.from(
        '\ufeff十一月选品\t\t\t\n商品id\t商品名称\t商品价格\t佣金比率\n"\t557662696501"\t毛巾\t¥1,299.00\t20%\n',
        'utf16le',
      ),
    ['3 557662696501 129900 2000 - - -'],
  ],
  [
    '序号 in front, empty columns behind, a row of dashes and a total',
    '序号.csv',
    () =>
      '序号,商品id,商品名称,价格,佣金比率(%),,\n1,557662696501,毛巾,19.9,20,,\n---,---,---,---,---,,\n2,557662696502,杯,9.9,15.5\n合计,,,29.8,,,\n',
    [
      '2 557662696501 1990 2000 - - -',
      '3 rejected id-missing rejected title-missing',
      '4 557662696502 990 1550 - - -',
      '5 skipped summary-row',
    ],
  ],
  [
    'prices in 分 and rates as fractions, said in the headers of a script',
    '脚本.csv',
    () => 'num_iid,title,price(分),commission_rate(小数)\n557662696501,毛巾,1990,0.2\n557662696502,杯,990,0.155\n',
    ['2 557662696501 1990 2000 - - -', '3 557662696502 990 1550 - - -'],
  ],
  [
    'coupons in words: none, threshold, without threshold, bare number, unreadable',
    '券.csv',
    () =>
      encodeGbk(
        '商品id,商品名称,价格,优惠券面额,优惠券结束时间\n557662696501,a,99,无,\n557662696502,b,99,满50元减10元,2026-12-31\n557662696503,c,99,20元无条件券,2026/12/1\n557662696504,d,99,5,20261231\n557662696505,e,99,买一送一,2026年12月31日\n',
      ),
    [
      '2 557662696501 9900 - none - -',
      '3 557662696502 9900 - some 1000 2026-12-31',
      '4 557662696503 9900 - some 2000 2026-12-01',
      '5 557662696504 9900 - some 500 2026-12-31',
      '6 557662696505 9900 - some - 2026-12-31 note coupon-unread',
    ],
  ],
  [
    'ids as Excel formulas, spoilt ids, ids with decimals and spaces',
    '编号.csv',
    () =>
      '商品id,商品名称,价格\n="557662696501",a,1\n5.57663E+11,b,1\n557662696503.0,c,1\n 557662696504 ,d,1\n557662696500000000,e,1\nabc,f,1\n,g,1\n',
    [
      '2 557662696501 100 - - - -',
      '3 rejected id-scientific',
      '4 557662696503 100 - - - -',
      '5 557662696504 100 - - - -',
      '6 rejected id-precision-lost',
      '7 rejected id-unreadable',
      '8 rejected id-missing',
    ],
  ],
  [
    'full-width brackets, colons and digits',
    '全角.csv',
    () => '商品ＩＤ,商品名称,商品价格（单位：元）,收入比率（％）\n５５７６６２６９６５０１,毛巾,１９．９０,２０\n',
    ['2 557662696501 1990 2000 - - -'],
  ],
  [
    'serial dates and numbers in a workbook below a title and a blank row',
    '日期.xlsx',
    () =>
      buildXlsx({
        sheets: [
          {
            name: '选品',
            xml: `${inlineRows([['选品清单'], [], ['商品id', '商品名称', '价格', '优惠券面额', '优惠券结束时间']])}<row r="4"><c r="A4" t="inlineStr"><is><t>557662696501</t></is></c><c r="B4" t="inlineStr"><is><t>毛巾</t></is></c><c r="C4"><v>19.899999999999999</v></c><c r="D4"><v>5</v></c><c r="E4"><v>46387</v></c></row>`,
          },
        ],
      }),
    ['4 557662696501 1990 - some 500 2026-12-31'],
  ],
  [
    'ids as numbers in a .xls, exact to the last digit',
    '数字.xls',
    () =>
      buildXls('Page1', [
        ['商品id', '商品名称', '价格'],
        ['881280651752', '充电宝', '99.00'],
      ]),
    ['2 881280651752 9900 - - - -'],
  ],
  [
    'a list in an archive whose name is Chinese',
    '打包.zip',
    () => buildZip([{ name: '十一月/清单.csv', data: encodeGbk('商品id,商品名称,价格\n557662696501,毛巾,19.9\n') }]),
    ['2 557662696501 1990 - - - -'],
  ],
  [
    'semicolons, decimal points, quotes around everything and CR alone',
    '分号.csv',
    () => '"商品id";"商品名称";"价格"\r"557662696501";"毛巾;两条";"19.90"\r"557662696502";"杯, 大";"9.90"\r',
    ['2 557662696501 1990 - - - -', '3 557662696502 990 - - - -'],
  ],
  [
    'formulas whose results the program that wrote them never calculated, one row of them alone',
    '公式.xlsx',
    () =>
      buildXlsx({
        sheets: [
          {
            name: '选品',
            xml: `${inlineRows([['商品id', '商品名称', '价格', '佣金']])}<row r="2"><c r="A2"><v>557662696501</v></c><c r="B2" t="inlineStr"><is><t>毛巾</t></is></c><c r="C2"><f>D2*5</f></c><c r="D2" t="str"><f>IF(1,"")</f><v></v></c></row><row r="3"><c r="A3"><f>A2+1</f></c></row>`,
          },
        ],
      }),
    [
      '2 557662696501 - - - - - dropped cell-uncalculated',
      '3 dropped cell-uncalculated rejected id-missing rejected title-missing',
    ],
  ],
  [
    'a list in an archive whose name has no ending',
    '无名.zip',
    () => buildZip([{ name: '十一月/清单', data: encodeGbk('商品id,商品名称,价格\n557662696501,毛巾,19.9\n') }]),
    ['2 557662696501 1990 - - - -'],
  ],
  [
    'GBK behind the mark of UTF-8',
    '标记.csv',
    () => Buffer.concat([Buffer.from('\ufeff'), encodeGbk('商品id,商品名称,价格\n557662696501,毛巾,19.9\n')]),
    ['2 557662696501 1990 - - - -'],
  ],
  [
    'unix seconds and milliseconds, and 1970 for no date',
    '时间戳.csv',
    () =>
      'item_id,title,price,优惠券面额,优惠券结束时间\n557662696501,a,99,5,1798646400\n557662696502,b,99,5,1798646400000\n557662696503,c,99,5,0\n',
    [
      '2 557662696501 9900 - some 500 2026-12-31',
      '3 557662696502 9900 - some 500 2026-12-31',
      '4 557662696503 9900 - some 500 -',
    ],
  ],
  [
    'rows too long and too short among good ones',
    '错位.csv',
    () =>
      '商品id,商品名称,价格,佣金比率\n557662696501,a,1,10\n557662696502,b,多,了,1,10\n557662696503,c\n557662696504,d,4,10\n',
    ['2 557662696501 100 1000 - - -', '3 rejected row-long', '4 rejected row-cut', '5 557662696504 400 1000 - - -'],
  ],
];

describe('layouts as they come', () => {
  test.each(cases)('%s', async (_, name, content, expected) => {
    expect(await outcome(name, await content())).toEqual(expected);
  });

  test('a refund report is refused by its name', async () => {
    const path = await folder.write(
      '维权.csv',
      encodeGbk('维权创建时间,维权状态,订单编号,商品名称,维权退款金额,应返商家金额\n2026-11-01,成功,123,毛巾,9.9,1\n'),
    );
    expect(await spreadsheetFiles.inspectFile(path)).toMatchObject({
      kind: 'other-known',
      otherTable: { id: 'refund-report' },
    });
  });
});
