import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '#infra/sqlite/open-database';
import { built } from '../fixtures/project.ts';
import { makeBigCatalog, writeDailyList } from './big-catalog.ts';
import type { Figure } from './figure.ts';

/** Enough for the thread that recognises links ahead to have its part. */
const rows = 12_000;
const productsBefore = 100;
const kills = 10;

/** All that an import changes in the catalog, in a few numbers; and whether the file itself is sound. */
function stateOf(dataDir: string): { sound: boolean; catalog: string } {
  const db = openDatabase(join(dataDir, 'catalog.db'), { migrate: true, now: () => new Date() });
  try {
    const catalog = db
      .prepare(
        `SELECT (SELECT count(*) FROM product), (SELECT sum(final_price_fen) FROM product), (SELECT sum(last_batch_id) FROM product),
           (SELECT count(*) FROM share_link), (SELECT sum(link_hash % 1000) FROM share_link), (SELECT count(*) FROM product_fts_docsize),
           (SELECT count(*) FROM import_batch WHERE state = 'merged')`,
      )
      .raw()
      .get();
    const sound =
      db.pragma('integrity_check', { simple: true }) === 'ok' &&
      (db.pragma('foreign_key_check') as unknown[]).length === 0;
    return { sound, catalog: JSON.stringify(catalog) };
  } finally {
    db.close();
  }
}

/** Imports a list with the command line, which is killed after a while, unless it is done by then. @returns milliseconds it ran */
async function importFor(dataDir: string, list: string, killAfterMs: number | null): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, [built('main', 'cli.js'), 'import', list, '--data-dir', dataDir], {
    stdio: 'ignore',
  });
  const ended = once(child, 'exit');
  if (killAfterMs !== null) {
    await Promise.race([ended, sleep(killAfterMs)]);
    child.kill('SIGKILL');
  }
  await ended;
  return performance.now() - from;
}

/**
 * Kills an import at ten moments spread over its run. The catalog must then be exactly as before or exactly as after,
 * and the same import must go through on what the kill left.
 */
export async function bench(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taoke-kill-'));
  try {
    const base = makeBigCatalog(folder, productsBefore);
    const list = join(folder, 'list.csv');
    writeDailyList(list, rows);
    const fresh = (name: string): string => {
      const dataDir = join(folder, name);
      cpSync(base, dataDir, { recursive: true });
      return dataDir;
    };
    const before = stateOf(base);
    const whole = fresh('whole');
    const milliseconds = await importFor(whole, list, null);
    const after = stateOf(whole);
    const found = { before: 0, after: 0, broken: 0, notRepeated: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const dataDir = fresh(`killed-${kill}`);
      await importFor(dataDir, list, (milliseconds * (kill + 0.5)) / kills);
      const { sound, catalog } = stateOf(dataDir);
      if (sound && catalog === before.catalog) found.before += 1;
      else if (sound && catalog === after.catalog) found.after += 1;
      else found.broken += 1;
      if (catalog === before.catalog) {
        await importFor(dataDir, list, null);
        if (productsIn(stateOf(dataDir)) !== productsIn(after)) found.notRepeated += 1;
      }
      rmSync(dataDir, { recursive: true });
    }
    return [
      {
        name: `kill -9 at ${kills} moments of an import of ${rows} rows: catalog exactly as before`,
        value: found.before,
        unit: 'times',
      },
      { name: 'catalog exactly as after', value: found.after, unit: 'times' },
      { name: 'anything else, or a damaged file', value: found.broken, unit: 'times', limit: 0 },
      { name: 'the same import did not go through afterwards', value: found.notRepeated, unit: 'times', limit: 0 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const productsIn = ({ catalog }: { catalog: string }): number => (JSON.parse(catalog) as number[])[0] ?? 0;
