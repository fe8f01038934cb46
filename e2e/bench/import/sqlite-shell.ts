import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createLinkDeriver } from '#app/catalog/derive-links';
import type { DerivedLink } from '#app/ports/import-store';
import { openDatabase } from '#infra/sqlite/open-database';
import { indexedText } from '#infra/sqlite/search-text';
import { dailyHeaders, dailyRow, seededNumbers } from '#infra/spreadsheet/testing/product-rows';

/** The same list in UTF-8, and behind it {@link madeOf} each row. */
export function writeShellTwin(path: string, rows: number): void {
  const next = seededNumbers(1);
  const file = openSync(path, 'w');
  writeSync(file, `${columns.join(',')}\r\n`);
  const blockRows = 10_000;
  for (let from = 0; from < rows; from += blockRows) {
    const lines = Array.from({ length: Math.min(blockRows, rows - from) }, (_, at) => {
      const cells = dailyRow(from + at, next);
      return [...cells, ...madeOf(cells)].join(',');
    });
    writeSync(file, `${lines.join('\r\n')}\r\n`);
  }
  closeSync(file);
}

const dataDate = '2026-11-23';
const recognise = createLinkDeriver({ ownPids: [], ownRelationIds: [], ownFiles: false });

const linkColumns = [
  { at: 3, field: 'detailUrl' },
  { at: 5, field: 'affiliateUrl' },
  { at: 20, field: 'couponUrl' },
  { at: 21, field: 'couponAffiliateUrl' },
] as const;

const linksOf = (cells: readonly string[]): (DerivedLink | undefined)[] =>
  linkColumns.map(({ at, field }) => recognise([{ field, value: cells[at] ?? '' }], dataDate)[0]);

const columns = [
  ...dailyHeaders.map((_, at) => `c${at + 1}`),
  'words',
  ...linkColumns.flatMap((_, at) => [`hash${at}`, `canonical${at}`]),
];

/** What the program makes of its cells and the shell has no function for: search words, hash and canonical form of each link. */
const madeOf = (cells: readonly string[]): string[] => [
  indexedText(`${cells[1]} ${cells[12]} ${cells[0]}`),
  ...linksOf(cells).flatMap((link) => [String(link?.linkHash ?? ''), link?.canonical ?? '']),
];

/** The tables and indexes of the program's own catalog; FTS as far as older shells know it. */
function schema(folder: string): string {
  const path = join(folder, 'empty.db');
  const db = openDatabase(path, { migrate: true, now: () => new Date() });
  const statements = db
    .prepare<[], string>(
      `SELECT sql FROM sqlite_schema WHERE tbl_name IN ('product', 'share_link') AND sql IS NOT NULL ORDER BY type DESC, name`,
    )
    .pluck()
    .all();
  db.close();
  rmSync(path);
  return [
    ...statements,
    `CREATE VIRTUAL TABLE product_fts USING fts5 (words, content='', tokenize='unicode61', detail='full')`,
  ].join(';\n');
}

const fen = (column: string): string => `CAST(round(${column} * 100) AS INTEGER)`;
const orNull = (column: string): string => `nullif(${column}, '')`;

const products = `
INSERT INTO product (market, item_key, item_id, platform, title, image_url, detail_url, category, shop, seller, price_fen,
  coupon_state, coupon_text, coupon_face_fen, coupon_threshold_fen, coupon_starts_on, coupon_ends_on, coupon_left, coupon_total,
  coupon_activity_id, commission_rate_bp, commission_fen, monthly_sales, first_batch_id, last_batch_id, data_date)
SELECT 'taobao', c1, c1, CASE c14 WHEN '天猫' THEN 'tmall' ELSE 'taobao' END, c2, c3, c4, c5, c13, c11, ${fen('c7')},
  CASE c18 WHEN '无' THEN 'none' ELSE 'some' END, ${orNull('c18')}, CASE c18 WHEN '无' THEN NULL ELSE 1000 END,
  CASE c18 WHEN '无' THEN NULL ELSE CAST(substr(c18, 2) AS INTEGER) * 100 END, ${orNull('c19')}, ${orNull('c20')},
  CAST(c17 AS INTEGER), CAST(c16 AS INTEGER), ${orNull('c15')}, ${fen('c9')}, ${fen('c10')}, CAST(c8 AS INTEGER), 1, 1, '${dataDate}'
FROM staging WHERE true
ON CONFLICT (item_key, market) DO UPDATE SET title = excluded.title, price_fen = excluded.price_fen;`;

const quoted = (text: string | null): string => (text === null ? 'NULL' : `'${text}'`);

/** One statement for each of the four columns with links; what all links of a column say alike stands in it. */
function links(): string {
  const next = seededNumbers(1);
  const full = Array.from({ length: 50 }, (_, index) => linksOf(dailyRow(index, next))).find(
    (row) => !row.includes(undefined),
  );
  return linkColumns
    .map(({ at }, number) => {
      const link = full?.[number];
      if (!link) throw new Error('no generated row has all links');
      const value = `s.c${at + 1}`;
      return `
INSERT INTO share_link (product_id, link_hash, kind, value, canonical, host, item_id, pid, origin, earns, owner, earns_reason, issued_on,
  validity_basis, coupon_dead_from, sold_out, batch_id, created_at)
SELECT p.id, CAST(s.hash${number} AS INTEGER), '${link.kind}', ${value}, ${orNull(`s.canonical${number}`)}, ${quoted(link.host)},
  ${link.itemId === null ? 'NULL' : 's.c1'}, ${quoted(link.pid)}, '${link.origin}', '${link.earns}', '${link.owner}', '${link.earnsReason}',
  '${dataDate}', '${link.validityBasis}', ${link.livesOffCoupon ? `date(s.c20, '+1 day'), s.c17 = '0'` : 'NULL, NULL'}, 1, '${dataDate}T00:00:00.000Z'
FROM staging s CROSS JOIN product p ON p.item_key = s.c1 AND p.market = 'taobao' WHERE ${value} <> ''
ON CONFLICT (product_id, link_hash) DO NOTHING;`;
    })
    .join('');
}

const words = `
INSERT INTO product_fts (rowid, words) SELECT p.id, s.words FROM staging s CROSS JOIN product p ON p.item_key = s.c1 AND p.market = 'taobao';`;

export interface ShellRun {
  seconds: number;
  processorSeconds: number;
}

/** Imports the twin with the sqlite3 shell into a fresh database; null when there is no shell on this machine. */
export function runShell(folder: string, twin: string): ShellRun | null {
  if (spawnSync('sqlite3', ['--version']).error) return null;
  const script = `PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;
PRAGMA wal_autocheckpoint = 20000;
${schema(folder)};
.import --csv ${JSON.stringify(twin)} staging
CREATE INDEX staged_product ON staging (c1);
BEGIN;${products}${links()}${words}
COMMIT;
SELECT 'found', count(*) > 0 FROM product_fts WHERE product_fts MATCH '"四 件"';
`;
  const from = performance.now();
  // `times` of sh: the second line is the processor time of what it ran.
  const args = ['-c', 'sqlite3 -bail "$0" && times', join(folder, 'shell.db')];
  const child = spawnSync('sh', args, { input: script, encoding: 'utf8' });
  const seconds = (performance.now() - from) / 1000;
  if (child.status !== 0 || !child.stdout.includes('found|1')) throw new Error(`sqlite3: ${child.stderr}`);
  const used = [...(child.stdout.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return {
    seconds,
    processorSeconds: used.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0),
  };
}
