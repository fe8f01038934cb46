import * as sheetjs from '@e965/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeGbk } from './testing/gb18030.ts';
import { createFileFolder, outline, readFile } from './testing/read-file.ts';
import { buildXlsx, inlineRows } from './testing/xlsx-builder.ts';

const folder = await createFileFolder();
afterAll(() => folder.remove());

const head = '商品id,商品名称,价格,佣金';
const small = [`557662696505,补水面膜,149.00,5.96`, `881280651752,便携充电宝,99.00,3.00`];

function failure(reason: string) {
  return expect.objectContaining({ params: expect.objectContaining({ reason }) });
}

describe('workbooks', () => {
  test('the sheet with known headers is chosen, a note tells of the others', async () => {
    const path = await folder.write(
      'sheets.xlsx',
      await buildXlsx({
        sheets: [
          { name: '说明', xml: inlineRows([['使用说明'], ['请勿修改']]) },
          { name: '商品', xml: inlineRows([head.split(','), ...small.map((line) => line.split(','))], 3) },
          { name: '旧数据', xml: inlineRows([head.split(','), ['123456789', '旧', '1', '1']]), hidden: true },
        ],
      }),
    );
    const { inspection, rows } = await readFile(path);
    expect(inspection).toMatchObject({
      sheet: '商品',
      headerRow: 3,
      problems: [{ code: 'other-sheets', params: { sheet: '商品', count: 1, names: ['说明'] } }],
    });
    expect(outline(rows)).toEqual(['4 557662696505', '5 881280651752']);
    expect((await readFile(path, { sheet: '旧数据' })).rows[0]?.product?.itemId).toBe('123456789');
    await expect(readFile(path, { sheet: '没有' })).rejects.toEqual(failure('sheet-missing'));
  });

  test('cells of every kind are read as the text they show', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const cells = [
      '<c r="A2"><v>557662696505</v></c>',
      '<c r="B2" t="inlineStr"><is><r><t>补水</t></r><r><t xml:space="preserve"> 面膜</t></r><rPh sb="0" eb="1"><t>よみ</t></rPh></is></c>',
      '<c r="C2"><f>A1*2</f><v>149</v></c>',
      '<c r="D2" s="2"><v>0.04</v></c>',
      '<c r="E2" s="1"><v>46327</v></c>',
      '<c r="F2" s="3"><v>46356</v></c>',
      '<c r="G2" t="s"><v>0</v></c>',
      '<c r="H2" t="s"><v>1</v></c>',
      '<c r="I2" t="str"><f>"满"</f><v>满99减20</v></c>',
      '<c r="J2" t="e"><v>#N/A</v></c>',
      '<c r="K2" t="b"><v>1</v></c>',
      '<c r="L2" t="s"><v>99</v></c>',
    ].join('');
    const headers = [
      '商品id',
      '商品名称',
      '价格',
      '佣金率',
      '优惠券开始时间',
      '优惠券结束时间',
      '店铺名称',
      '卖家旺旺',
      '优惠券面额',
      '商品月销量',
      '品牌',
      '备注',
    ];
    const path = await folder.write(
      'cells.xlsx',
      await buildXlsx({
        styles,
        sharedStrings:
          '<si><r><t>小店</t></r><r><t>&amp;Co</t></r></si><si><t>旺旺_x000D_\n二</t><rPh sb="0" eb="1"><t>ワン</t></rPh></si>',
        sheets: [{ name: 'S', xml: `${inlineRows([headers])}<row r="2">${cells}</row>` }],
      }),
    );
    const { rows } = await readFile(path);
    expect(rows[0]?.product).toMatchObject({
      itemId: '557662696505',
      title: '补水 面膜',
      priceFen: 14_900,
      commissionRateBp: 400,
      couponStartsOn: '2026-11-01',
      couponEndsOn: '2026-11-30',
      shop: '小店&Co',
      seller: '旺旺 二',
      couponFaceFen: 2000,
      monthlySales: null,
      brand: 'TRUE',
    });
    expect(outline(rows)).toEqual(['2 557662696505 note undecodable dropped number-unreadable']);
  });

  test('shared strings are found wherever they stand, be it the last for the first row', async () => {
    const count = 3_000;
    const strings = Array.from({ length: count }, (_, index) => `补水面膜 ${index}`);
    const row = (line: number, string: number) =>
      `<row r="${line}"><c r="A${line}"><v>${557662696500 + line}</v></c><c r="B${line}" t="s"><v>${string}</v></c><c r="C${line}"><v>149</v></c><c r="D${line}"><v>5.96</v></c></row>`;
    const order = [count - 1, 0, count, 1_500];
    const heads = head.split(',').map((text, at) => `<c r="${'ABCD'[at]}1" t="inlineStr"><is><t>${text}</t></is></c>`);
    const path = await folder.write(
      'strings.xlsx',
      await buildXlsx({
        sheets: [
          {
            name: 'Page1',
            xml: `<row r="1">${heads.join('')}</row>${order.map((at, index) => row(index + 2, at)).join('')}`,
          },
        ],
        sharedStrings: strings.map((text) => `<si><t>${text}</t></si>`).join(''),
      }),
    );
    const { rows } = await readFile(path);
    expect(rows.map(({ product }) => product?.title)).toEqual([
      '补水面膜 2999',
      '补水面膜 0',
      '\ufffd',
      '补水面膜 1500',
    ]);
  });

  test('prefixed names, missing references and gaps between rows', async () => {
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:t>商品id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>商品名称</x:t></x:is></x:c></x:row>
      <x:row r="9"><x:c t="inlineStr"><x:is><x:t>557662696505</x:t></x:is></x:c><x:c r="B9" t="inlineStr"><x:is><x:t>面膜</x:t></x:is></x:c></x:row>
    </x:sheetData></x:worksheet>`;
    const path = await folder.write(
      'prefix.xlsx',
      await buildXlsx({ sheets: [{ name: 'S', xml: sheet, whole: true }] }),
    );
    expect(outline((await readFile(path)).rows)).toEqual(['9 557662696505']);
  });

  test('.xlsm without its macros, under the wrong ending', async () => {
    const path = await folder.write(
      'macros.xls',
      await buildXlsx({
        sheets: [{ name: 'S', xml: inlineRows([head.split(','), small[0]!.split(',')]) }],
        extraParts: [{ name: 'xl/vbaProject.bin', data: Buffer.from([0xd0, 0xcf]) }],
      }),
    );
    const { inspection, rows } = await readFile(path);
    expect(inspection.container).toBe('xlsx');
    expect(outline(rows)).toEqual(['2 557662696505']);
  });

  test('the 1904 calendar', async () => {
    const styles = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const xml = inlineRows([
      ['商品id', '商品名称', '优惠券面额', '优惠券结束时间'],
      ['557662696505', '面膜', '5', ''],
    ]).replace(/<\/row>$/, '<c r="D2" s="1"><v>44865</v></c></row>');
    const path = await folder.write(
      'mac.xlsx',
      await buildXlsx({ styles, date1904: true, sheets: [{ name: 'S', xml }] }),
    );
    expect((await readFile(path)).rows[0]?.product?.couponEndsOn).toBe('2026-11-01');
  });

  test('far cells cost nothing', async () => {
    const xml = `${inlineRows([head.split(','), small[0]!.split(',')])}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>远</t></is></c></row>`;
    const path = await folder.write('far.xlsx', await buildXlsx({ sheets: [{ name: 'S', xml }] }));
    expect(outline((await readFile(path)).rows)).toEqual(['2 557662696505']);
  });

  test('a .xls of numbers, dates, booleans and errors, and with hidden sheets', async () => {
    const book = sheetjs.utils.book_new();
    sheetjs.utils.book_append_sheet(
      book,
      sheetjs.utils.aoa_to_sheet([
        ['商品id', '商品名称'],
        ['1', '旧'],
      ]),
      '旧',
    );
    const sheet = sheetjs.utils.aoa_to_sheet([
      ['商品id', '商品名称', '价格', '佣金率', '优惠券面额', '优惠券结束时间'],
      [557662696505, '面膜', 149.5, 0.04, '5', 46356],
    ]);
    sheet['D2'].z = '0.00%';
    sheet['F2'].z = 'yyyy-mm-dd';
    sheetjs.utils.book_append_sheet(book, sheet, 'Page1');
    book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
    const path = await folder.write(
      'numbers.xls',
      sheetjs.write(book, { type: 'buffer', bookType: 'biff8', bookSST: true }) as Buffer,
    );
    const { inspection, rows } = await readFile(path);
    expect(inspection).toMatchObject({
      container: 'xls',
      sheet: 'Page1',
      sheets: [
        { name: '旧', hidden: true },
        { name: 'Page1', hidden: false },
      ],
    });
    expect(rows[0]?.product).toMatchObject({
      itemId: '557662696505',
      priceFen: 14_950,
      commissionRateBp: 400,
      couponEndsOn: '2026-11-30',
    });
  });

  test('a .xls that is an HTML table in GBK', async () => {
    const html = `<html><head><meta charset="gb2312"></head><body><table><tr>${head
      .split(',')
      .map((text) => `<th>${text}</th>`)
      .join(
        '',
      )}</tr><tr><td>557662696505</td><td>补水&amp;面膜<br>35片</td><td>1,149.00</td><td>45.96</td></tr><tr><td colspan=2>合计</td><td>1</td></tr></table></body></html>`;
    const { inspection, rows } = await readFile(await folder.write('web.xls', encodeGbk(html)));
    expect(inspection.container).toBe('html');
    expect(outline(rows)).toEqual(['2 557662696505', '3 skipped summary-row']);
    expect(rows[0]?.product).toMatchObject({ title: '补水&面膜 35片', priceFen: 114_900 });
  });

  test('a .xls that is an XML spreadsheet, and one that is text', async () => {
    const data = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`;
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="S"><Table><Row>${data('商品id')}${data('商品名称')}</Row><Row>${data('557662696505')}${data('面膜')}</Row></Table></Worksheet></Workbook>`;
    const asXml = await readFile(await folder.write('xml.xls', xml));
    expect(asXml.inspection.container).toBe('xml');
    expect(outline(asXml.rows)).toEqual(['2 557662696505']);
    const asText = await readFile(
      await folder.write('text.xls', encodeGbk(`${head}\n${small[0]}\n`.replaceAll(',', '\t'))),
    );
    expect(asText.inspection).toMatchObject({ container: 'csv', delimiter: '\t', encoding: 'gb18030' });
  });
});
