import { serveAhead } from '#infra/ahead-thread';
import type { LinksAheadTask } from '#infra/links-ahead-thread';
import { openDatabase } from '#infra/sqlite/open-database';
import type { LinkBlock } from '#infra/sqlite/repositories/link-block';
import { StagedLinks } from '#infra/sqlite/repositories/staged-links';
import { ofRange, turnsOf } from '#infra/sqlite/repositories/staged-rows';
import { StatementCache } from '#infra/sqlite/statement-cache';
import { mergeDeriver } from './link-deriver.ts';

/** Rows are read once and in their order: pages that were read need not be kept. */
const cacheKilobytes = 4_096;

/** Thread entry: recognises the links of staged rows, part after part. */
async function* recognise({ database, batch, range }: LinksAheadTask): AsyncGenerator<LinkBlock> {
  const db = openDatabase(database, { migrate: false, now: () => new Date() });
  try {
    db.pragma(`cache_size = -${cacheKilobytes}`);
    const staged = new StagedLinks(new StatementCache(db), mergeDeriver(db));
    for (const turn of turnsOf(range)) yield staged.ofRows(batch, ofRange, turn);
  } finally {
    db.close();
  }
}

serveAhead(recognise);
