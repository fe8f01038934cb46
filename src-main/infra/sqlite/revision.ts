import type { Connection } from './open-database.ts';

/** Says that the catalog, campaigns or checks changed. Call inside the transaction that changes them. */
export function bumpRevision(db: Connection): void {
  db.prepare(`UPDATE revision SET value = value + 1 WHERE name = 'catalog'`).run();
}

export function currentRevision(db: Connection): number {
  return Number(db.prepare(`SELECT value FROM revision WHERE name = 'catalog'`).pluck().get());
}
