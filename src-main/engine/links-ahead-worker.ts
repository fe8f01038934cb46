import { parentPort, workerData } from 'node:worker_threads';
import type { AheadThreadData } from '#infra/links-ahead-thread';
import { openDatabase } from '#infra/sqlite/open-database';
import { StagedLinks } from '#infra/sqlite/repositories/staged-links';
import { ofRange, turnsOf } from '#infra/sqlite/repositories/staged-rows';
import { StatementCache } from '#infra/sqlite/statement-cache';
import { mergeDeriver } from './link-deriver.ts';

/** Rows are read once and in their order: pages that were read need not be kept. */
const cacheKilobytes = 4_096;

/** Thread entry: recognises the links of staged rows, a part each time it is told to. */
function main(): void {
  const port = parentPort;
  if (!port) throw new Error('links are recognised ahead in a worker thread only');
  const { database, batch, range } = workerData as AheadThreadData;
  const db = openDatabase(database, { migrate: false, now: () => new Date() });
  db.pragma(`cache_size = -${cacheKilobytes}`);
  const staged = new StagedLinks(new StatementCache(db), mergeDeriver(db));
  const turns = turnsOf(range);
  port.on('message', () => {
    const turn = turns.next();
    if (turn.done === true) {
      db.close();
      port.close();
    } else {
      port.postMessage(staged.ofRows(batch, ofRange, turn.value));
    }
  });
}

main();
