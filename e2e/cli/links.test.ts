import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

let folder: string;
let data: string[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taoke-links-'));
  data = ['--data-dir', join(folder, 'data'), '--json'];
  writeFileSync(
    join(folder, 'products.csv'),
    '商品id,商品名称,商品价格(单位：元),优惠券推广链接\n557662696505,保温杯,59.9,https://uland.taobao.com/coupon/edetail?e=a&pid=mm_1_1_1\n',
  );
  runCli(['import', join(folder, 'products.csv'), ...data]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const post =
  '🔥【蓝月亮洗衣液3kg】\n原价79.9，券后39.9\n￥SIH6XbwRfyt￥\n\n保温杯 https://item.taobao.com/item.htm?id=557662696505\n';

interface Pasted {
  products: { title: string | null; match: { productId: string; by: string } | null; keep: boolean }[];
  links: { kind: string; value: string; start: number; end: number; known: boolean; keep: boolean }[];
  kept: { productIds: string[]; created: number; linksAdded: number; campaign: unknown } | null;
}
interface Listed {
  total: number;
  items: { kind: string; value: string; earns: string; productId: string | null; lastDay: string | null }[];
}

test('a pasted text is taken apart without a trace on request', () => {
  const { products, links, kept } = runCli(['paste', '-', '--dry-run', ...data], post).json<Pasted>();
  expect(products.map(({ title, match, keep }) => [title, match?.by ?? null, keep])).toEqual([
    ['蓝月亮洗衣液3kg', null, true],
    ['保温杯', 'item-id', true],
  ]);
  for (const { value, start, end } of links) expect(post.slice(start, end)).toBe(value);
  expect(kept).toBeNull();
  expect(runCli(['links', ...data]).json<Listed>().total).toBe(1);
});

test('nothing is kept when the line or the campaign is wrong', () => {
  expect(runCli(['paste', '-', '--campaign', '99', ...data], post)).toMatchObject({ status: 1 });
  expect(runCli(['paste', '-', '--kampagne', '1', ...data], post)).toMatchObject({ status: 2 });
  const tooLong = runCli(['paste', '-', ...data], '好'.repeat(300_001));
  expect(tooLong.json()).toMatchObject({ error: { code: 'VALIDATION', message: expect.stringContaining('300001') } });
});

test('it is kept: links for what is known, drafts for the rest, into a campaign', () => {
  writeFileSync(join(folder, 'post.txt'), post);
  const campaign = runCli([
    'campaign',
    'create',
    '--name',
    '早场',
    '--surface',
    'group',
    '--items',
    '557662696505',
    ...data,
  ]);
  const { id } = campaign.json<{ id: number }>();
  const args = ['paste', join(folder, 'post.txt'), '--campaign', String(id), ...data];
  const { kept } = runCli(args).json<Pasted>();
  expect(kept).toMatchObject({ created: 1, linksAdded: 2, campaign: { id, added: 1, already: 1 } });
  expect(runCli(args).json<Pasted>().kept).toMatchObject({ created: 0, linksAdded: 0 });
});

test('links are listed by product, end and earning', () => {
  const list = (...args: string[]): Listed => runCli(['links', ...args, ...data]).json<Listed>();
  expect(list('--product', '557662696505').items.map(({ kind }) => kind)).toEqual(['tbk_uland_edetail', 'tb_item_pc']);
  expect(list('--expiring', '30').items.map(({ kind }) => kind)).toEqual(['tkl_symbol_pair']);
  expect(list('--earns', 'no').items.map(({ kind }) => kind)).toEqual(['tb_item_pc']);
  expect(runCli(['links', '--earns', 'maybe', ...data]).status).toBe(2);
});
