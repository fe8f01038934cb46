import { appendFile, rm } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { buildXls } from './testing/biff8-builder.ts';
import { encodeGbk } from './testing/gb18030.ts';
import { dailyHeaders, dailyRow, seededNumbers } from './testing/product-rows.ts';
import { createFileFolder, outline, readFile, spreadsheetFiles } from './testing/read-file.ts';
import { buildXlsx, buildZip, inlineRows, sharedRows } from './testing/xlsx-builder.ts';

const folder = await createFileFolder();
afterAll(() => folder.remove());

const next = seededNumbers(1);
const dailyRows = Array.from({ length: 12 }, (_, index) => dailyRow(index, next));
const dailyTable = [[...dailyHeaders], ...dailyRows];
const dailyCsv = dailyTable.map((cells) => cells.join(',')).join('\r\n');

const head = '商品id,商品名称,价格,佣金';
const small = [`557662696505,补水面膜,149.00,5.96`, `881280651752,便携充电宝,99.00,3.00`];

function failure(reason: string) {
  return expect.objectContaining({ params: expect.objectContaining({ reason }) });
}

describe('the five kinds of real files give the same products', () => {
  const contents: [string, string, () => Promise<Buffer> | Buffer][] = [
    ['清单.csv', 'csv', () => encodeGbk(dailyCsv)],
    ['清单-bom.csv', 'csv', () => Buffer.from(`\ufeff${dailyCsv}`)],
    ['清单.xls', 'xls', () => buildXls('Page1', dailyTable)],
    [
      '清单.xlsx',
      'xlsx',
      () => {
        const { xml, sharedStrings } = sharedRows(dailyTable);
        return buildXlsx({ sheets: [{ name: 'Page1', xml }], sharedStrings });
      },
    ],
    [
      '清单.txt',
      'csv',
      () => Buffer.from(`\ufeff${dailyTable.map((cells) => cells.join('\t')).join('\r\n')}`, 'utf16le'),
    ],
  ];

  test.each(contents)('%s', async (name, container, build) => {
    const { inspection, rows } = await readFile(await folder.write(name, await build()));
    expect(inspection).toMatchObject({
      kind: 'products',
      container,
      headerRow: 1,
      layout: { id: 'alimama_daily_coupon_22', complete: true },
      problems: [],
    });
    expect(outline(rows)).toEqual(dailyRows.map(([id], index) => `${index + 2} ${id}`));
    expect(rows.map(({ product }) => product?.priceFen)).toEqual(
      dailyRows.map((cells) => Math.round(Number(cells[6]) * 100)),
    );
  });
});

test('a daily list with every usual fault: what is rejected, what is left out, what stays', async () => {
  const rows = dailyRows.map((cells) => [...cells]);
  const set = (row: number, header: string, value: string) => {
    rows[row]![dailyHeaders.indexOf(header)] = value;
  };
  set(2, '商品id', '5.57663E+11');
  set(4, '商品价格(单位：元)', '免费');
  rows[5]!.length = 9;
  set(7, '商品名称', '');
  set(9, '优惠券面额', '满20元减10元');
  set(9, '优惠券结束时间', '2026-13-45');
  set(10, '商品id', rows[0]![0]!);
  const path = await folder.write(
    '坏行.csv',
    encodeGbk([[...dailyHeaders], ...rows].map((cells) => cells.join(',')).join('\r\n')),
  );
  const result = await readFile(path);
  const ids = dailyRows.map(([id]) => id);
  expect(outline(result.rows)).toEqual([
    `2 ${ids[0]}`,
    `3 ${ids[1]}`,
    '4 rejected id-scientific',
    `5 ${ids[3]}`,
    '6 rejected price-unreadable',
    '7 rejected row-cut',
    `8 ${ids[6]}`,
    '9 rejected title-missing',
    `10 ${ids[8]}`,
    `11 ${ids[9]} dropped date-unreadable`,
    `12 ${ids[0]} dropped link-other-item`,
    `13 ${ids[11]}`,
  ]);
});

describe('nasty text files', () => {
  const cases: [string, Buffer | string, string[]][] = [
    [
      'title lines, a blank line and a total',
      `精选清单,,,\n导出时间：2026-11-23,,,\n\n${head}\n${small.join('\n')}\n\n合计,,248.00,8.96\n`,
      ['5 557662696505', '6 881280651752', '8 skipped summary-row'],
    ],
    ['semicolons', `${head}\n${small.join('\n')}\n`.replaceAll(',', ';'), ['2 557662696505', '3 881280651752']],
    [
      'an order to Excel',
      `sep=|\r\n${head}\r\n${small.join('\r\n')}\r\n`.replaceAll(',', '|'),
      ['2 557662696505', '3 881280651752'],
    ],
    ['mixed line breaks', `${head}\r\n${small[0]}\r${small[1]}\n`, ['2 557662696505', '3 881280651752']],
    [
      'embedded line breaks and quotes',
      `${head}\n557662696505,"补水""面膜""\n第二行, 含逗号",149.00,5.96\n${small[1]}\n`,
      ['2 557662696505', '3 881280651752'],
    ],
    [
      'a stray quote',
      `${head}\n557662696505,"5寸面膜,149.00,5.96\n${small[1]}\n`,
      ['2 557662696505', '3 881280651752'],
    ],
    [
      'an unquoted delimiter in a title',
      `${head}\n557662696505,面膜,35片,149.00,5.96\n${small[1]}\n`,
      ['2 rejected row-long', '3 881280651752'],
    ],
    [
      'a file that ends in the middle of a row',
      `${head}\n${small[0]}\n881280651752,便携`,
      ['2 557662696505', '3 rejected row-cut'],
    ],
    [
      'a file that ends in the middle of a link',
      `${head},淘宝客链接,备注\n557662696505,面膜,149.00,5.96,https://s.click.taobao.com/t?e=m%3D2,好\n881280651752,充电宝,99.00,3.00,https://s.click.tao`,
      ['2 557662696505', '3 881280651752 dropped cell-unfinished'],
    ],
    [
      'Excel scars',
      `${head}\n="557662696505",="补水面膜",¥149.00,5.96\n\t881280651752,充电宝,"1,299.00",３．００\n5.57663E+11,坏,1,1\n`,
      ['2 557662696505', '3 881280651752', '4 rejected id-scientific'],
    ],
    [
      'renamed and reordered headers',
      `佣金（元）,商品标题,GoodsID,售价\n5.96,面膜,557662696505,149\n`,
      ['2 557662696505'],
    ],
    [
      'duplicate headers with equal values',
      `商品id,商品名称,商品id\n557662696505,面膜,557662696505\n`,
      ['2 557662696505'],
    ],
    [
      'two files pasted together',
      `${head}\n${small[0]}\n${head}\n${small[1]}\n`,
      ['2 557662696505', '3 skipped repeated-header', '4 881280651752'],
    ],
    [
      'full-width header, digits and delimiters in texts',
      `商品ＩＤ,商品名称,价格（元）\n５５７６６２６９６５０５,面膜，35片；装、新,１４９．００\n`,
      ['2 557662696505'],
    ],
    ['NUL bytes', `${head}\n557662696505,补水\0面膜,149.00,5.96\n`, ['2 557662696505 repaired nul-removed']],
    [
      'UTF-16 big-endian without a mark',
      Buffer.from(`${head}\n${small.join('\n')}\n`, 'utf16le').swap16(),
      ['2 557662696505', '3 881280651752'],
    ],
    [
      'ASCII for 300 KB, then GBK',
      Buffer.concat([
        Buffer.from(`item_id,title\n${'557662696505,cotton sheets set\n'.repeat(10_000)}`),
        encodeGbk('881280651752,充电宝\n'),
      ]),
      [...Array.from({ length: 10_000 }, (_, at) => `${at + 2} 557662696505`), '10002 881280651752'],
    ],
    [
      'a cell of 1 MB',
      `商品id,商品名称,推荐语\n557662696505,面膜,"${'好'.repeat(1024 * 1024)}"\n881280651752,充电宝,好\n`,
      ['2 557662696505 dropped cell-too-long', '3 881280651752'],
    ],
  ];

  test.each(cases)('%s', async (_, content, expected) => {
    const { rows, inspection } = await readFile(await folder.write('nasty.csv', content));
    expect(outline(rows)).toEqual(expected);
    expect(inspection.kind).toBe('products');
  });

  test('the text behind an embedded line break and a stray quote is kept', async () => {
    const path = await folder.write(
      'q.csv',
      `${head}\n557662696505,"补水""面膜""\n第二行",149.00,5.96\n881280651752,"5寸充电宝,99.00,3.00\n`,
    );
    const { rows } = await readFile(path);
    expect(rows.map(({ product }) => product?.title)).toEqual(['补水"面膜" 第二行', '"5寸充电宝']);
  });

  test('Big5 is read when the user says so', async () => {
    // 商品id,商品名稱 / 面膜 in Big5
    const bytes = Buffer.concat([
      Buffer.from([0xb0, 0xd3, 0xab, 0x7e]),
      Buffer.from('id,'),
      Buffer.from([0xbc, 0xd0, 0xc3, 0x44]),
      Buffer.from('\n557662696505,'),
      Buffer.from([0xad, 0xb1, 0xbd, 0xa4]),
      Buffer.from('\n'),
    ]);
    const path = await folder.write('big5.csv', bytes);
    const inspection = await spreadsheetFiles.inspectFile(path, { encoding: 'big5' });
    expect(inspection).toMatchObject({ encoding: 'big5', headers: ['商品id', '標題'] });
  });

  test('an order report is recognised, not half imported', async () => {
    const path = await folder.write(
      'orders.csv',
      encodeGbk(
        '创建时间,商品信息,商品ID,订单状态,付款金额,效果预估,订单编号\n2026-11-01,面膜,557662696505,已付款,10,1,123\n',
      ),
    );
    expect(await spreadsheetFiles.inspectFile(path)).toMatchObject({
      kind: 'order-report',
      otherTable: { id: 'order-report' },
      layout: null,
    });
  });
});

describe('archives of tables', () => {
  test('each member is read by its name, system files are passed over', async () => {
    const path = await folder.write(
      'pack.zip',
      await buildZip([
        { name: '__MACOSX/._一.csv', data: 'x' },
        { name: '一.csv', data: encodeGbk(`${head}\n${small[0]}\n`) },
        {
          name: '子/二.xlsx',
          data: await buildXlsx({ sheets: [{ name: 'S', xml: inlineRows([head.split(','), small[1]!.split(',')]) }] }),
        },
        {
          name: '三.xls',
          data: buildXls('Page1', [
            ['商品id', '商品名称'],
            ['123456789', '面膜'],
          ]),
        },
        { name: '说明.docx', data: 'x' },
      ]),
    );
    const first = await readFile(path);
    expect(first.inspection).toMatchObject({
      entry: '一.csv',
      entries: ['一.csv', '子/二.xlsx', '三.xls'],
      container: 'csv',
    });
    expect(outline(first.rows)).toEqual(['2 557662696505']);
    expect(outline((await readFile(path, { entry: '子/二.xlsx' })).rows)).toEqual(['2 881280651752']);
    expect(outline((await readFile(path, { entry: '三.xls' })).rows)).toEqual(['2 123456789']);
    await expect(readFile(path, { entry: '四.csv' })).rejects.toEqual(failure('entry-missing'));
  });

  test('members of one name are all read', async () => {
    const path = await folder.write(
      'twice.zip',
      await buildZip([
        { name: '里/清单.csv', data: `${head}\n${small[0]}\n` },
        { name: '里/清单.csv', data: `${head}\n${small[1]}\n` },
      ]),
    );
    const { inspection, rows } = await readFile(path);
    expect(inspection.entries).toEqual(['里/清单.csv', '里/清单 (2).csv']);
    expect(outline(rows)).toEqual(['2 557662696505']);
    expect(outline((await readFile(path, { entry: '里/清单 (2).csv' })).rows)).toEqual(['2 881280651752']);
  });

  test('a member that cannot be read or holds no products does not stand for the others', async () => {
    const path = await folder.write(
      'mixed.zip',
      await buildZip([
        { name: '空.csv', data: '' },
        { name: '说明.txt', data: '先看这里' },
        { name: '里.zip', data: await buildZip([{ name: 'a.csv', data: 'x' }]) },
        { name: '清单.et', data: `${head}\n${small[0]}\n` },
      ]),
    );
    const { inspection, rows } = await readFile(path);
    expect(inspection).toMatchObject({
      entry: '清单.et',
      entries: ['空.csv', '说明.txt', '里.zip', '清单.et'],
      plan: { entry: '清单.et' },
    });
    expect(outline(rows)).toEqual(['2 557662696505']);
    await expect(readFile(path, { entry: '空.csv' })).rejects.toEqual(failure('empty-file'));
    await expect(readFile(path, { entry: '里.zip' })).rejects.toEqual(failure('archive-nested'));
  });
});

describe('files that change', () => {
  test('a file changed or removed after it was inspected is not read', async () => {
    const path = await folder.write('changing.csv', `${head}\n${small.join('\n')}\n`);
    const { plan } = await spreadsheetFiles.inspectFile(path);
    await appendFile(path, `${small[0]}\n`);
    const readAll = async () => {
      for await (const _ of spreadsheetFiles.readRows(path, plan)) continue;
    };
    await expect(readAll()).rejects.toEqual(failure('file-changed'));
    await rm(path);
    await expect(readAll()).rejects.toEqual(failure('file-gone'));
  });

  test('a file changed while it is read fails before the last rows are taken for all', async () => {
    const path = await folder.write('growing.csv', `${head}\n${`${small[0]}\n`.repeat(20_000)}`);
    const { plan } = await spreadsheetFiles.inspectFile(path);
    const rows = spreadsheetFiles.readRows(path, plan);
    await rows.next();
    await appendFile(path, `${small[0]}\n`);
    const drain = async () => {
      for await (const _ of rows) continue;
    };
    await expect(drain()).rejects.toEqual(failure('file-changed'));
  });

  test('an abort ends the reading of every kind of file', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => dailyRow(index, next));
    const table = [[...dailyHeaders], ...rows];
    const paths = [
      await folder.write('abort.csv', table.map((cells) => cells.join(',')).join('\n')),
      await folder.write('abort.xls', buildXls('Page1', table)),
      await folder.write(
        'abort.xlsx',
        await buildXlsx({
          sheets: [{ name: 'S', ...sharedRows(table) }],
          sharedStrings: sharedRows(table).sharedStrings,
        }),
      ),
    ];
    for (const path of paths) {
      const { plan } = await spreadsheetFiles.inspectFile(path);
      const controller = new AbortController();
      const reading = spreadsheetFiles.readRows(path, plan, controller.signal);
      const first = reading.next();
      controller.abort();
      await expect(first.then(() => reading.next())).rejects.toMatchObject({ code: 'CANCELLED' });
    }
  });
});
