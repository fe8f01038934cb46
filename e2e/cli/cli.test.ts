import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, runCliForHead } from './run-cli.ts';

const header =
  '商品id,商品名称,商品主图,商品详情页链接地址,店铺名称,商品价格(单位：元),商品月销量,收入比率(%),佣金,淘宝客链接,淘口令(30天内有效),优惠券总量,优惠券剩余量,优惠券面额,优惠券开始时间,优惠券结束时间,商品优惠券推广链接';
const row = (id: string, title: string, price = '129.00'): string =>
  [
    id,
    title,
    '',
    `https://item.taobao.com/item.htm?id=${id}`,
    '测试小店',
    price,
    '320',
    '20.00',
    '25.80',
    `https://s.click.taobao.com/t?e=m%3D2%26s%3D${id}abcdef`,
    '￥SIH6XbwRfyt￥',
    '1000',
    '500',
    '满99元减30元',
    '2020-01-01',
    '2099-12-31',
    `https://uland.taobao.com/coupon/edetail?e=${id}HcDWJQP6d12lhHvvyUNX`,
  ].join(',');

let folder: string;
let data: string[];
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-cli-'));
  data = ['--data-dir', join(folder, 'data')];
  file = join(folder, '商品.csv');
  writeFileSync(
    file,
    [
      header,
      row('557662696505', '玻尿酸补水面膜'),
      row('881280651752', '手冲咖啡壶', '免费'),
      row('612345678901', '加厚四件套'),
    ].join('\n'),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('import and products', () => {
  test('import prints counts, format and every remark; nothing else on stdout', () => {
    const run = runCli(['import', file, join(folder, 'missing.csv'), ...data, '--json']);
    expect(run.status).toBe(0);
    const { files, catalog } = run.json<{ files: Record<string, unknown>[]; catalog: unknown }>();
    expect(files[0]).toMatchObject({
      file: '商品.csv',
      format: { container: 'csv', encoding: 'utf-8', headerRow: 1 },
      rows: 3,
      created: 2,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      issues: [{ line: 3, column: '商品价格(单位：元)', code: 'price-unreadable', value: '免费' }],
    });
    expect(files[1]).toMatchObject({ file: 'missing.csv', error: { code: 'FILE_GONE' } });
    expect(catalog).toEqual({ products: 2, links: 8 });
  });

  test('a second import of the same file changes nothing', () => {
    const { files } = runCli(['import', file, ...data, '--json']).json<{ files: unknown[] }>();
    expect(files[0]).toMatchObject({ rows: 3, created: 0, updated: 0, unchanged: 2, rejected: 1 });
  });

  test('products finds by one character, by id, and pages', () => {
    const find = (search: string): unknown =>
      runCli(['products', '--search', search, ...data, '--json']).json<{
        total: number;
        items: { itemId: string }[];
      }>();
    expect(find('膜')).toMatchObject({
      total: 1,
      items: [
        {
          id: 'taobao:557662696505',
          itemId: '557662696505',
          title: '玻尿酸补水面膜',
          shop: '测试小店',
          priceFen: 12900,
          finalPriceFen: 9900,
          coupon: {
            faceFen: 3000,
            thresholdFen: 9900,
            startsOn: '2020-01-01',
            endsOn: '2099-12-31',
            left: 500,
            total: 1000,
          },
          commissionRateBp: 2000,
          commissionFen: 2580,
          monthlySales: 320,
          platform: 'taobao',
        },
      ],
    });
    expect(find('6123456')).toMatchObject({ total: 1, items: [{ itemId: '612345678901' }] });
    expect(runCli(['products', '--limit', '1', '--offset', '1', ...data, '--json']).json()).toMatchObject({
      total: 2,
      items: [{ itemId: '612345678901' }],
    });
  });
});

describe('links and rules', () => {
  const item = 'https://item.taobao.com/item.htm?id=557662696505';

  test.each([
    [item, 'chat_1v1', '2021-09-13', 'copy-to-browser'],
    [item, 'chat_1v1', '2021-09-20', 'confirm'],
    [item, 'chat_1v1', '2021-12-01', 'opens'],
    [item, 'group', '2021-09-20', 'copy-to-browser'],
    [item, 'group', '2021-12-01', 'opens'],
    [item, 'moments', '2022-02-01', 'copy-to-browser'],
    ['￥SIH6XbwRfyt￥', 'moments', '2018-05-29', 'blocked'],
    ['https://v.douyin.com/kB9dI20w7vk/', 'chat_1v1', '2021-12-01', 'opens'],
    ['https://v.douyin.com/kB9dI20w7vk/', 'group', '2021-12-01', 'copy-to-browser'],
    [item, 'wecom', '2026-11-23', 'unknown'],
  ])('%s in %s on %s: %s', (text, surface, day, outcome) => {
    const [verdict] = runCli(['verdict', text, '--surface', surface, '--as-of', day, '--json']).json<
      { outcome: string; asOf: string }[]
    >();
    expect(verdict).toMatchObject({ input: text, surface, asOf: day, outcome });
  });

  test('a WeChat page is no outside link, and where it opens is said only with a source', () => {
    const judged = (text: string, surface: string) => runCli(['verdict', text, '--surface', surface, '--json']).json();
    const article = 'https://mp.weixin.qq.com/s/RdUcz5tZeNfSWYuizdprTQ';
    expect(judged(article, 'group')).toMatchObject([{ kind: 'wx_article', outcome: 'opens' }]);
    expect(judged(article, 'oa_mass_message')).toMatchObject([{ outcome: 'unknown' }]);
    expect(judged('https://weixin.qq.com/sph/A1ri7B', 'oa_mass_message')).toMatchObject([
      { kind: 'wx_channels', outcome: 'unknown', caveats: [{ code: 'no-source' }, { code: 'wechat-other-page' }] },
    ]);
    const { stdout } = runCli(['verdict', article, '--surface', 'wecom']);
    expect(stdout).toContain('没有来源的场景仍是未知');
  });

  test('classify names every part with its place', () => {
    const text = `看这个${item}，或者复制￥SIH6XbwRfyt￥打开淘宝`;
    const [{ parts }] = runCli(['classify', text, '--json']).json<
      [{ parts: { kind: string; start: number; end: number; value: string }[] }]
    >();
    expect(parts.map(({ kind }) => kind)).toEqual(['tb_item_pc', 'tkl_symbol_pair']);
    for (const part of parts) expect(text.slice(part.start, part.end)).toBe(part.value);
  });

  test('lint reads JSON lines from stdin and keeps their ids', () => {
    const lines = [
      { id: 'bad', text: '转发到朋友圈集满38个赞，截图领取红包', surface: 'group' },
      { id: 'good', text: '券后39元，喜欢的可以看看' },
    ];
    const run = runCli(['lint', '--jsonl', '-', '--json'], lines.map((line) => JSON.stringify(line)).join('\n'));
    const results =
      run.json<{ id: string; decision: string; findings: { start: number; end: number; text: string }[] }[]>();
    expect(results.map(({ id, decision }) => [id, decision])).toEqual([
      ['bad', 'block'],
      ['good', 'ok'],
    ]);
    for (const finding of results[0]?.findings ?? [])
      expect(lines[0]?.text.slice(finding.start, finding.end)).toBe(finding.text);
  });
});

describe('campaigns and packs', () => {
  test('create, show, export', () => {
    const created = runCli([
      'campaign',
      'create',
      '--name',
      '测试活动',
      '--surface',
      'group',
      '--search',
      '面膜',
      ...data,
      '--json',
    ]);
    expect(created.json()).toMatchObject({ id: 1, name: '测试活动', added: 1 });
    expect(runCli(['campaign', 'list', ...data, '--json']).json()).toHaveLength(1);
    expect(runCli(['campaign', 'show', '1', ...data, '--json']).json()).toMatchObject({
      itemsBySurface: [{ surface: 'group', items: [{ title: '玻尿酸补水面膜', state: 'ready' }] }],
    });
    const out = join(folder, 'pack.zip');
    const pack = runCli(['export', '--campaign', '1', '--out', out, ...data, '--json']).json<{
      out: string;
      manifestSha256: string;
    }>();
    expect(pack).toMatchObject({ out, items: 1, exported: 1, refused: [] });
    expect(pack.manifestSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('ids that no product has are said; with none that has one, no campaign is made', () => {
    const own = ['--data-dir', join(folder, 'own'), '--json'];
    runCli(['import', file, ...own]);
    const create = (items: string) =>
      runCli(['campaign', 'create', '--name', '几件', '--surface', 'group', '--items', items, ...own]);
    expect(create('557662696505,1,taobao:2').json()).toMatchObject({ added: 1, unknown: ['1', 'taobao:2'] });
    const nothing = create('1');
    expect([nothing.status, nothing.json()]).toMatchObject([1, { error: { code: 'NOT_FOUND' } }]);
    expect(runCli(['campaign', 'list', ...own]).json()).toHaveLength(1);
  });

  test('run does the whole job in a fresh data folder', () => {
    const out = join(folder, 'whole');
    const run = runCli(['run', file, '--surface', 'moments', '--out', out, '--json']);
    expect(run.status).toBe(0);
    expect(run.json()).toMatchObject({ import: { catalog: { products: 2 } }, pack: { out, exported: 2 } });
  });

  test('run takes the products of its files, not what else the catalog holds', () => {
    const one = join(folder, 'one.csv');
    writeFileSync(one, [header, row('557662696505', '玻尿酸补水面膜')].join('\n'));
    runCli(['import', file, ...data]);
    const again = (search: string[]) =>
      runCli(['run', one, ...search, '--surface', 'moments', '--out', join(folder, 'again'), ...data, '--json']);
    expect(again([]).json()).toMatchObject({ import: { catalog: { products: 2 } }, pack: { exported: 1 } });
    const nothing = again(['--search', '没有这样的商品']);
    expect([nothing.status, nothing.json()]).toMatchObject([1, { error: { code: 'EXPORT_REFUSED' } }]);
    expect(runCli(['campaign', 'list', ...data, '--json']).json()).toHaveLength(2);

    const many = join(folder, 'many.csv');
    const lines = Array.from({ length: 5_001 }, (_, index) => row(String(600_000_000_001 + index), `马克杯${index}`));
    writeFileSync(many, [header, ...lines].join('\n'));
    const refused = runCli(['run', many, '--surface', 'moments', '--out', join(folder, 'many'), ...data, '--json']);
    expect(refused.json()).toMatchObject({ error: { code: 'EXPORT_REFUSED' } });
    expect(runCli(['campaign', 'list', ...data, '--json']).json()).toHaveLength(2);
  });
});

describe('wrong use', () => {
  test.each([
    [['nonsense'], 2],
    [['verdict', 'x'], 2],
    [['verdict', 'x', '--surface', 'nowhere'], 2],
    [['verdict', 'x', '--surface', 'group', '--as-of', '2021-02-30'], 2],
    [['import'], 2],
    [['products', '--limit', 'many'], 2],
    [['lint', '--unknown'], 2],
    [['lint', 'x', '--surface', 'nowhere'], 2],
    [['lint', 'x', '--file', 'y'], 2],
    [['products', '--limit', '-1'], 2],
    [['import', 'x.csv', '--encoding', 'klingon'], 2],
    [['run', 'x.csv', '--surface', 'group'], 2],
  ])('%j exits %d with a hint, as JSON where that was asked for', (args, status) => {
    const run = runCli([...args, '--json']);
    expect(run.status).toBe(status);
    expect(run.json()).toMatchObject({ error: { code: 'USAGE', message: expect.stringMatching(/\p{Script=Han}/u) } });
    expect(run.stderr).not.toBe('');
  });

  test('a wrong call without --json leaves stdout empty', () => {
    expect(runCli(['nonsense'])).toMatchObject({ status: 2, stdout: '' });
  });

  test('run imports nothing when it could not export', () => {
    const own = ['--data-dir', join(folder, 'unfinished')];
    expect(runCli(['run', file, '--surface', 'group', ...own]).status).toBe(2);
    expect(runCli(['products', ...own, '--json']).json()).toMatchObject({ total: 0 });
  });

  test('a campaign for which no product is found is not made', () => {
    const own = ['--data-dir', join(folder, 'no-products')];
    const made = runCli([
      'campaign',
      'create',
      '--name',
      '空',
      '--surface',
      'group',
      '--search',
      '没有',
      ...own,
      '--json',
    ]);
    expect([made.status, made.json()]).toMatchObject([1, { error: { code: 'NOT_FOUND' } }]);
    expect(runCli(['campaign', 'list', ...own, '--json']).json()).toEqual([]);
  });

  test('a text too long to check and a reason that is none are said without the path of a parameter', () => {
    const long = join(folder, 'long.txt');
    writeFileSync(long, '字'.repeat(2_000_001));
    expect(runCli(['lint', '--file', long]).stderr).toContain('一段最多 2000000 个字');
    runCli(['import', file, ...data]);
    runCli(['campaign', 'create', '--name', '甲', '--surface', 'group', '--search', '面膜', ...data]);
    const out = join(folder, 'reason');
    const run = runCli(['export', '--campaign', '1', '--out', out, '--override', ' ', ...data]);
    expect(run.stderr).toContain('请写明理由');
    expect(run.stderr).not.toContain('override.reason');
  });

  test('an operational failure exits 1 with its code as JSON', () => {
    const run = runCli(['campaign', 'show', '99', ...data, '--json']);
    expect(run.status).toBe(1);
    expect(run.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });

  test('help lists every command', () => {
    const run = runCli(['help']);
    expect(run.status).toBe(0);
    for (const name of [
      'import',
      'products',
      'classify',
      'verdict',
      'lint',
      'campaign create',
      'export',
      'run',
      'report',
    ]) {
      expect(run.stdout).toContain(name);
    }
  });

  test('help of a subject lists its commands and how they are used', () => {
    const run = runCli(['policy', '--help']);
    expect(run.status).toBe(0);
    expect(run.stdout).toContain('policy diff');
    expect(run.stdout).toContain('[--as-of YYYY-MM-DD]');
    expect(run.stdout).not.toContain('words');
  });
});

test('a reader that has seen enough is no failure', async () => {
  expect(await runCliForHead(['policy', 'show', '--json'])).toEqual({ status: 0, stderr: '' });
});
