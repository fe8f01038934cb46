import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildZip } from '../../src-main/infra/spreadsheet/testing/xlsx-builder.ts';
import { runCli } from './run-cli.ts';

let folder: string;
let data: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-import-'));
  data = ['--data-dir', join(folder, 'data')];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Imported {
  files: {
    file: string;
    rows: number;
    created: number;
    rejected: number;
    rejectsFile?: string;
    format: { container: string };
    issues: { code: string }[];
    remarks: { code: string; message: string }[];
    error?: { code: string; message: string };
  }[];
  catalog: { products: number };
}

function importFile(name: string, content: string | null, ...options: string[]): Imported['files'][number] {
  const path = join(folder, name);
  if (content !== null) writeFileSync(path, content);
  const { files } = runCli(['import', path, ...options, ...data, '--json']).json<Imported>();
  const [file] = files;
  if (!file) throw new Error('no result');
  return file;
}

const header = '商品id,商品名称,商品价格(单位：元),佣金比率(%),商品详情页链接地址';
const line = (id: string, title: string, price: string): string =>
  `${id},${title},${price},20,https://item.taobao.com/item.htm?id=557662696501`;

describe('rejected rows are handed back', () => {
  const broken = [
    header,
    line('557662696501', '纯棉毛巾', '19.90'),
    line('557662696502', '=1+1 玻璃水杯', '免费'),
    line('557662696503', '毛巾,两条装', '29.90'),
  ].join('\n');

  test('as CSV that is repaired with an editor and imported', () => {
    const target = join(folder, '退回.csv');
    expect(importFile('清单.csv', broken, '--rejects', target)).toMatchObject({
      rows: 3,
      created: 1,
      rejected: 2,
      rejectsFile: target,
    });
    const text = readFileSync(target, 'utf8');
    expect(text.split('\r\n')[0]).toBe(`\uFEFF原因,${header}`);
    expect(text).toContain('原文件第 3 行：');
    expect(text).toContain(",557662696502,'=1+1 玻璃水杯,免费,20,");

    // Nothing that is there is written over, least of all the list itself.
    expect(importFile('退回.csv', null, '--rejects', target)).toMatchObject({
      rows: 2,
      created: 0,
      rejected: 2,
      rejectsFile: join(folder, '退回 (2).csv'),
    });
    expect(readFileSync(target, 'utf8')).toBe(text);
    const repaired = text.replace(',免费,', ',9.90,').replace('毛巾,两条装', '"毛巾,两条装"');
    expect(importFile('退回.csv', repaired)).toMatchObject({ rows: 2, created: 2, rejected: 0 });
    const { items } = runCli(['products', ...data, '--json']).json<{ items: { title: string }[] }>();
    expect(items.map(({ title }) => title).toSorted()).toEqual(['=1+1 玻璃水杯', '毛巾,两条装', '纯棉毛巾'].toSorted());
  });

  test('as workbook, with the mapping that was saved for the original headers', () => {
    const unknown = '货号,叫法,多少钱\n557662696511,竹纤维抹布,990\n557662696512,不锈钢保温杯,免费';
    const mapping = join(folder, '映射.json');
    const fields = { itemId: { column: 1 }, title: { column: 2 }, price: { column: 3, unit: 'fen' } };
    writeFileSync(mapping, JSON.stringify({ kind: 'taoke-desk-mapping', version: 1, name: '自制', fields }));
    const target = join(folder, '退回.xlsx');
    importFile('自制.csv', unknown, '--mapping', mapping, '--rejects', target);
    const again = importFile('退回.xlsx', null);
    expect(again).toMatchObject({ rows: 1, rejected: 1, format: { container: 'xlsx' } });
    expect(again.issues.map(({ code }) => code)).toEqual(['price-unreadable']);
  });
});

describe('a mapping file', () => {
  const table = ['编号,名字,价', '557662696501,纯棉毛巾,19.90'].join('\n');
  const mapping = (fields: object): string => {
    const path = join(folder, 'mapping.json');
    writeFileSync(path, JSON.stringify({ kind: 'taoke-desk-mapping', version: 1, name: '', fields }));
    return path;
  };
  const fitting = { itemId: { header: '编号' }, title: { header: '名字' } };

  test('that does not fit is not remembered', () => {
    const misfit = { itemId: { header: '没有的列' }, title: { header: '名字' } };
    expect(importFile('表.csv', table, '--mapping', mapping(misfit)).error?.message).toContain('没有的列');
    expect(importFile('表.csv', null).error?.message).toContain('没有认出必需的列：商品id');
    expect(importFile('表.csv', null, '--mapping', mapping(fitting))).toMatchObject({ created: 1 });
    expect(importFile('表.csv', null)).toMatchObject({ unchanged: 1 });
  });

  test('does not keep other files from being imported when one is missing or unreachable', () => {
    const path = join(folder, '表.csv');
    writeFileSync(path, table);
    symlinkSync('circle.csv', join(folder, 'circle.csv'));
    const others = ['missing.csv', 'circle.csv'].map((name) => join(folder, name));
    const { files } = runCli([
      'import',
      ...others,
      path,
      '--mapping',
      mapping(fitting),
      ...data,
      '--json',
    ]).json<Imported>();
    expect(files.map(({ error, created }) => error?.code ?? created)).toEqual(['FILE_GONE', 'FILE_UNREADABLE', 1]);
  });
});

test('of an archive every member is imported or refused by name, whichever comes first', async () => {
  const path = join(folder, '包.zip');
  const table = (id: string): string => `${header}\n${line(id, '纯棉毛巾', '19.90')}`;
  const members = [
    { name: '坏.csv', data: '%PDF-1.7' },
    { name: '一.csv', data: table('557662696501') },
    { name: '里.zip', data: await buildZip([{ name: '三.csv', data: table('557662696503') }]) },
    { name: '二.csv', data: table('557662696502') },
  ];
  writeFileSync(path, await buildZip(members));
  const { files, catalog } = runCli(['import', path, ...data, '--json']).json<Imported>();
  expect(files.map(({ file, created, error }) => [file, error?.code ?? created])).toEqual([
    ['包.zip/坏.csv', 'FILE_UNREADABLE'],
    ['包.zip/一.csv', 1],
    ['包.zip/里.zip', 'FILE_UNREADABLE'],
    ['包.zip/二.csv', 1],
  ]);
  expect(catalog.products).toBe(2);
});

test('what a file leaves out as a whole is said', () => {
  expect(importFile('空.csv', header).remarks).toEqual([{ code: 'no-data-rows', message: '只有表头，没有商品行。' }]);
  const row = line('557662696501', '纯棉毛巾', '19.90');
  const [remark] = importFile('倒.csv', `${row}\n${header}\n${row}`).remarks;
  expect(remark).toMatchObject({ code: 'products-above-header', message: expect.stringContaining('第 2 行') });
});

test('a table in which no header is found is refused by how far it was looked for', () => {
  const row = line('557662696501', '纯棉毛巾', '19.90');
  expect(importFile('无表头.csv', `${row}\n${row}`).error?.message).toContain('前 2 行里没有认出表头');
});

test('a file of an earlier day says that newer content was left as it is', () => {
  expect(importFile('清单-2026-11-20.csv', `${header}\n${line('557662696501', '纯棉毛巾', '19.90')}`).remarks).toEqual(
    [],
  );
  const older = `${header}\n${line('557662696501', '旧毛巾', '9.90')}`;
  expect(importFile('清单-2026-11-10.csv', older)).toMatchObject({
    unchanged: 1,
    remarks: [{ code: 'older-data', message: expect.stringContaining('2026-11-10') }],
  });
  // The same file again has nothing to say against the catalog.
  expect(importFile('清单-2026-11-10.csv', null)).toMatchObject({ unchanged: 1, remarks: [] });
});

test('products are found by signs alone', () => {
  const titles = ['100%纯棉毛巾', '😀表情杯', '5"屏_手机壳 -迷你-'];
  const rows = titles.map((title, at) => `55766269650${at}\t${title}\t9.90`);
  importFile('清单.txt', ['商品id\t商品名称\t价格', ...rows].join('\n'));
  const found = (search: string): string[] =>
    runCli(['products', `--search=${search}`, ...data, '--json'])
      .json<{ items: { title: string }[] }>()
      .items.map(({ title }) => title);
  for (const [at, signs] of [['%'], ['😀'], ['"', '_', '-']].entries()) {
    for (const sign of signs) expect(found(sign)).toEqual([titles[at]]);
  }
  expect(found('？')).toEqual([]);
});

test('an empty --data-dir is wrong usage and not the folder one stands in', () => {
  const run = runCli(['products', '--data-dir', '', '--json']);
  expect(run.status).toBe(2);
  expect(run.json<{ error: { code: string } }>().error.code).toBe('USAGE');
});

test('a search that is too long is refused in words', () => {
  const run = runCli(['products', `--search=${'长'.repeat(201)}`, ...data, '--json']);
  expect(run.json<{ error: { message: string } }>().error.message).toBe('输入有误：搜索文字最多 200 字');
});

test('an encoding may be named as people name it', () => {
  const path = join(folder, 'list.csv');
  // 杯, as a Chinese Windows writes it.
  const row = [Buffer.from('557663000001,'), Buffer.from([0xb1, 0xad]), Buffer.from(',19.9\n')];
  writeFileSync(path, Buffer.concat([Buffer.from('num_iid,title,zk_final_price\n'), ...row]));
  for (const name of ['gbk', 'GB2312']) {
    const { files } = runCli(['import', path, '--encoding', name, ...data, '--json']).json<Imported>();
    expect(files[0]).toMatchObject({ rows: 1, format: { encoding: 'gb18030' } });
  }
  expect(runCli(['products', '--search', '杯', ...data, '--json']).json<{ total: number }>().total).toBe(1);
});

test('a table separated by wide commas is read when its header says so, else refused with what to do', () => {
  const known = '商品id，商品名称，价格\n557662696501，纯棉毛巾，19.90\n557662696502，"水杯，两只"，9.90';
  expect(importFile('全角.csv', known)).toMatchObject({ rows: 2, created: 2, rejected: 0 });
  const unknown = known.replace('商品id，商品名称', '货号，叫法');
  expect(importFile('货号.csv', unknown).error?.message).toContain('请改选分隔符，或用英文逗号分隔各列');
});
