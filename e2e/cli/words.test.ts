import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { takeAppLock } from '#infra/sqlite/app-lock';
import { runCli, startCli } from './run-cli.ts';

let folder: string;
let data: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-words-'));
  data = ['--data-dir', join(folder, 'data')];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, name);
/** 自定义词 绝绝子 (违规) and 家人们 (with a severity that is none) in GB18030, as a Chinese Excel saves them. */
const gbkList = Buffer.from(
  'b4cab1ed2cb4cad3ef2cbcb6b1f00ad7d4b6a8d2e5b4ca2cbef8bef8d7d32ccea5b9e60ad7d4b6a8d2e5b4ca2cbcd2c8cbc3c72ccea3cfd50a',
  'hex',
);

interface Linted {
  decision: string;
  findings: { rule: string; category: string; severity: string }[];
  allowed: { phrase: string }[];
}

test('own words and allow-phrases go in and out as files, and count in lint', () => {
  writeFileSync(
    file('words.csv'),
    '词表,词语,匹配方式,级别,说明,证明\n自定义词,绝绝子,词语,违规,少用,\n自定义词,"加.{0,3}v信",匹配式,有风险,,\n自定义词,坏的,词语,很严重,,\n白名单,第一品牌,,,商标,注册证\n',
  );
  const imported = runCli(['words', 'import', file('words.csv'), ...data, '--json']);
  expect(imported.json()).toMatchObject({ added: 3, issueCount: 1, issues: [{ line: 3, code: 'severity' }] });
  expect(runCli(['words', 'export', file('out.json'), ...data]).status).toBe(0);
  expect(JSON.parse(readFileSync(file('out.json'), 'utf8'))).toMatchObject({
    words: [{ text: '加.{0,3}v信' }, { text: '绝绝子', severity: 'block' }],
    phrases: [{ text: '第一品牌', reason: '商标', proof: '注册证' }],
  });
  writeFileSync(
    file('posts.jsonl'),
    '{"id":"a","text":"第一品牌煎饼绝绝子","surface":"group"}\n{"id":"b","text":"加个v信"}\n',
  );
  const [first, second] = runCli(['lint', '--jsonl', file('posts.jsonl'), ...data, '--json']).json<Linted[]>();
  expect(first).toMatchObject({
    decision: 'block',
    findings: [{ rule: 'user.绝绝子', category: 'own' }],
    allowed: [{ phrase: '第一品牌' }],
  });
  expect(second).toMatchObject({ decision: 'warn', findings: [{ severity: 'warn' }] });
});

test('lint goes by the own words of the usual folder, and by the built-in rules while that is in use or damaged', async () => {
  const env = { TAOKE_DATA_DIR: join(folder, 'usual') };
  const lint = async () => {
    const run = await startCli(['lint', '-', '--json'], { input: '今天神价来了', env });
    return [run.status, run.json<Linted[]>()[0]?.decision, run.stderr];
  };
  expect(await lint()).toEqual([0, 'ok', '']);
  expect((await startCli(['words', 'add', '神价'], { env })).status).toBe(0);
  expect(await lint()).toEqual([0, 'warn', '']);
  const release = takeAppLock(env.TAOKE_DATA_DIR, { pid: process.pid, host: 'test', since: '' });
  try {
    expect(await lint()).toEqual([0, 'ok', expect.stringContaining('没有用上')]);
  } finally {
    release();
  }
  writeFileSync(join(env.TAOKE_DATA_DIR, 'catalog.db'), '不是数据库'.repeat(1_000));
  expect(await lint()).toEqual([0, 'ok', expect.stringContaining('没有用上')]);
});

test('a list in the encoding of a Chinese Excel is read; a file that is none says so', () => {
  writeFileSync(file('gbk.csv'), gbkList);
  const run = runCli(['words', 'import', file('gbk.csv'), '--dry-run', ...data, '--json']);
  expect(run.json()).toMatchObject({ changeId: null, issues: [{ line: 2, code: 'severity', value: '家人们' }] });
  const missing = runCli(['words', 'import', file('nothing.csv'), ...data]);
  expect(missing.status).toBe(1);
  expect(missing.stderr).toContain('nothing.csv');
});

test('a hostile rule pack is refused with a sentence and changes nothing', () => {
  writeFileSync(
    file('hostile.json'),
    JSON.stringify({ kind: 'words', id: 'hostile', classes: [{ name: 'A', words: ['{a|b}'.repeat(30)] }] }),
  );
  const run = runCli(['wording', 'load', file('hostile.json'), ...data]);
  expect(run.status).toBe(1);
  expect(run.stdout).toContain('规则包过大');
  expect(
    runCli(['wording', 'packs', ...data, '--json'])
      .json<{ origin: string }[]>()
      .every(({ origin }) => origin === 'built-in'),
  ).toBe(true);
});
