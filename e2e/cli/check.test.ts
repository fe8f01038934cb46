import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../simulator/start-simulator.ts';
import { type CliRun, runCli, startCli } from './run-cli.ts';

interface Result {
  linkId: number;
  value: string;
  surface: string;
  state: string;
  outcome: string;
  reason: string | null;
  basis: { type: string; id: string; decisive: boolean }[];
  hops: { probe: string; url: string; status: number | null }[];
}

interface Check {
  run: number;
  checked: number;
  skipped: number;
  byOutcome: Record<string, number>;
  results: Result[];
}

const links: readonly (readonly [string, string, string])[] = [
  ['600000000001', '在架商品', 'https://m.tb.cn/h.liveITEM01'],
  ['600000000404', '下架商品', '￥J4A3DdvHyrN￥'],
  ['610000000001', '被拦截的页面', 'https://blocked.sim.test/p?a=1&b=%E4%B8%AD%E6%96%87'],
  ['610000000002', '套图页面', 'https://clone.sim.test/'],
  ['610000000003', '连不上的页面', 'https://refuses.sim.test/'],
];

let world: Simulator;
let folder: string;
let data: string[];
/** The first check of all links. */
let first: Check;

beforeAll(async () => {
  world = await startSimulator();
  folder = mkdtempSync(join(tmpdir(), 'taoke-check-'));
  data = ['--data-dir', join(folder, 'data')];
  const file = join(folder, '商品.csv');
  const rows = links.map(([id, title, link]) =>
    [id, title, '19.90', `https://item.taobao.com/item.htm?id=${id}`, link].join(','),
  );
  const header = '商品id,商品名称,商品价格(单位：元),商品详情页链接地址,淘宝客链接';
  writeFileSync(file, [header, ...rows].join('\n'));
  const imported = runCli(['import', file, ...data]);
  if (imported.status !== 0) throw new Error(imported.stderr);
});

afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const find = ({ results }: Check, part: string): Result => {
  const result = results.find(({ value }) => value.includes(part));
  if (!result) throw new Error(`no result for ${part}`);
  return result;
};

/** Runs the command line while this process plays the outside world, whose certificates it is told to trust. */
const runInWorld = (args: readonly string[]): Promise<CliRun> =>
  startCli(args, { env: { NODE_EXTRA_CA_CERTS: world.caFile } });

const check = (...args: string[]): Promise<CliRun> =>
  runInWorld(['check', ...args, '--proxy', world.proxyUrl, ...data, '--json']);

describe('check', () => {
  test('all links: outcome, what it rests on and every hop; trouble of the proxy and bare text are skipped', async () => {
    const run = await check('--all', '--surface', 'group');
    expect(run.status).toBe(0);
    const report = run.json<Check>();
    first = report;
    expect(report.checked + report.skipped).toBe(report.results.length);
    expect(Object.values(report.byOutcome).reduce((sum, count) => sum + count, 0)).toBe(report.checked);

    const blocked = find(report, 'blocked.sim.test');
    expect(blocked).toMatchObject({ surface: 'group', outcome: 'blocked', reason: null });
    expect(blocked.basis[0]).toMatchObject({ type: 'probe', decisive: true });
    const jump = blocked.hops.find(({ probe }) => probe === 'wapredirect');
    expect(new URL(jump?.url ?? '').searchParams.get('url')).toBe(
      'https://blocked.sim.test/p?a=1&b=%E4%B8%AD%E6%96%87',
    );

    expect(find(report, 'id=600000000001').outcome).toBe('opens');
    expect(find(report, 'id=600000000404').outcome).toBe('dead');
    expect(find(report, 'clone.sim.test').outcome).toBe('unknown');
    expect(find(report, 'refuses.sim.test')).toMatchObject({ outcome: 'skipped', reason: 'proxy-refused' });
    expect(find(report, '￥J4A3').reason).toBe('nothing-to-ask');
  });

  test('one link, and a link that is not there', async () => {
    const { linkId, value } = find(first, 'id=600000000001');
    const one = (await check('--link', String(linkId))).json<Check>();
    expect(one.results.map((result) => result.value)).toEqual([value]);
    expect((await check('--link', '1', '--all')).status).toBe(2);
  });

  test('nothing is checked for a link, a campaign or a word that means nothing', async () => {
    for (const [asked, status, said] of [
      [['--link', '999'], 1, 'NOT_FOUND'],
      [['--campaign', '999'], 1, 'NOT_FOUND'],
      [['12'], 2, ''],
    ] as const) {
      const run = await check(...asked);
      expect([asked, run.status]).toEqual([asked, status]);
      expect(run.stdout).toContain(said);
    }
  });

  test('without a proxy that answers everything is skipped with the reason, and no verdict moves', async () => {
    const run = await runInWorld(['check', '--all', '--proxy', 'http://127.0.0.1:9', ...data, '--json']);
    const report = run.json<Check>();
    expect(report).toMatchObject({ checked: 0, skipped: report.results.length });
    expect(new Set(report.results.map(({ outcome }) => outcome))).toEqual(new Set(['skipped']));
    expect(new Set(report.results.map(({ reason }) => reason))).toEqual(
      new Set(['proxy-unreachable', 'nothing-to-ask']),
    );
    const { linkId } = find(first, 'blocked.sim.test');
    const [again] = (await check('--link', String(linkId))).json<Check>().results;
    expect(again).toMatchObject({ outcome: 'blocked' });
  });
});

describe('probe', () => {
  test('addresses without a catalog', async () => {
    const asked = ['https://induced.sim.test/', 'https://tls-expired.sim.test/', 'https://no-such-name.sim.test/'];
    const run = await runInWorld(['probe', ...asked, '--proxy', world.proxyUrl, '--surface', 'chat_1v1', '--json']);
    expect(run.status).toBe(0);
    const found = run.json<{ input: string; outcome: string; hops: unknown[] }[]>();
    expect(found.map(({ input, outcome }) => [input, outcome])).toEqual([
      ['https://induced.sim.test/', 'blocked'],
      ['https://tls-expired.sim.test/', 'unknown'],
      ['https://no-such-name.sim.test/', 'skipped'],
    ]);
    expect(found.every(({ hops }) => hops.length > 0)).toBe(true);
  });
});

test('a text without a link is said to be one', () => {
  expect(runCli(['probe', '没有网址的文字']).stdout).toContain('没有可探测的网址');
});

describe('policy', () => {
  const builtIn = new URL('../../resources/rulepacks/openability/wechat-openability@2026-11-23.json', import.meta.url);
  const pack = (changes: object): object => ({ ...(JSON.parse(readFileSync(builtIn, 'utf8')) as object), ...changes });
  const write = (name: string, content: object): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  test('a newer pack is compared, its impact shown, and only then used; the built-in one can be taken again', () => {
    const { rows } = pack({}) as { rows: { surface: string; linkClass: string; to: string | null; outcome: string }[] };
    const changed = rows.map((row) =>
      row.surface === 'moments' && row.linkClass === 'taobao_item' && row.to === null
        ? { ...row, outcome: 'opens' }
        : row,
    );
    const newer = write('newer.json', pack({ id: 'newer@1', asOf: '2026-12-01', rows: changed }));
    const diff = runCli(['policy', 'diff', newer, ...data, '--json']).json<{ changes: { text: string }[] }>();
    expect(diff.changes.map(({ text }) => text)).toEqual([expect.stringContaining('结果改变：朋友圈')]);

    const impact = runCli(['policy', 'impact', '--pack', newer, ...data, '--json']).json<{
      counts: { surface: string; from: string; to: string; links: number }[];
    }>();
    const moments = impact.counts.filter(({ surface }) => surface === 'moments');
    expect(moments).toEqual([expect.objectContaining({ from: 'copy-to-browser', to: 'opens' })]);

    expect(runCli(['policy', 'load', newer, '--use', ...data, '--json']).json()).toMatchObject({
      loaded: true,
      pack: { id: 'newer@1', active: true },
    });
    const show = (): { pack: { id: string } } => runCli(['policy', 'show', ...data, '--json']).json();
    expect(show().pack.id).toBe('newer@1');
    expect(runCli(['policy', 'use', 'wechat-openability@2026-11-23', ...data]).status).toBe(0);
    expect(show().pack.id).toBe('wechat-openability@2026-11-23');
  });

  test('a folder is no pack, a kind nobody knows is no filter, and sentences end once', () => {
    const asFolder = runCli(['policy', 'diff', folder]);
    expect(asFolder.stderr).toContain(`无法读取文件“${folder}”：这是一个文件夹，请给出规则包文件`);
    expect(runCli(['policy', 'show', '--kind', 'nosuch']).stderr).toContain('未知的链接类型“nosuch”');
    const half = join(folder, 'half.json');
    writeFileSync(half, '{"id":');
    const run = runCli(['policy', 'diff', half]);
    expect(run.status).toBe(1);
    expect(run.stderr).not.toContain('。。');
  });

  test('a bad pack is refused with where and why, and changes nothing', () => {
    const before = runCli(['policy', 'list', ...data, '--json']).stdout;
    const bad = write('bad.json', pack({ id: 'bad@1', asOf: '2026-02-30' }));
    const run = runCli(['policy', 'load', bad, ...data]);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('asOf：日期“2026-02-30”不对');
    expect(runCli(['policy', 'list', ...data, '--json']).stdout).toBe(before);
  });
});
