import type { Connection } from './open-database.ts';

/** What is counted: campaigns apart from everything they are made from. */
type RevisionPart = 'catalog' | 'campaigns';

/** Says that the catalog or checks changed, or, apart, only campaigns. Call inside the transaction that changes them. */
export function bumpRevision(db: Connection, part: RevisionPart = 'catalog'): void {
  db.prepare('UPDATE revision SET value = value + 1 WHERE name = ?').run(part);
}

/** Moves with every change of catalog, checks or campaigns; pages and caches are valid for one of them. */
export function currentRevision(db: Connection): number {
  return Number(db.prepare(`SELECT sum(value) FROM revision WHERE name IN ('catalog', 'campaigns')`).pluck().get());
}

/** Moves with changes of one part only. */
export function revisionOf(db: Connection, part: RevisionPart): number {
  return Number(db.prepare('SELECT value FROM revision WHERE name = ?').pluck().get(part));
}
