import type { ScannedProduct, ScanStore, UnscannedProduct } from '#app/ports/scan-store';
import type { Connection } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';

const stale = `FROM product p LEFT JOIN product_scan s ON s.product_id = p.id
  WHERE s.product_id IS NULL OR s.batch_id <> p.last_batch_id OR s.rules <> @rules`;

/** {@link ScanStore} over one connection. */
export class ScanRepository implements ScanStore {
  readonly #db: Connection;
  readonly #now: () => Date;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  countUnscanned(rules: string): number {
    return Number(this.#db.prepare(`SELECT count(*) ${stale}`).pluck().get({ rules }));
  }

  unscanned(rules: string, limit: number): UnscannedProduct[] {
    return this.#db
      .prepare<unknown[], UnscannedProduct>(
        `SELECT p.id AS rowId, p.last_batch_id AS batchId, p.title, p.recommend_text AS recommendText ${stale} LIMIT @limit`,
      )
      .all({ rules, limit });
  }

  save(scanned: readonly ScannedProduct[], rules: string): Promise<void> {
    const db = this.#db;
    const at = this.#now().toISOString();
    const supersede = db.prepare('UPDATE finding SET superseded_at = ? WHERE product_id = ? AND superseded_at IS NULL');
    const insert = db.prepare(
      `INSERT INTO finding (product_id, field, rule, category, severity, finding_json, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    const done = db.prepare(
      `INSERT INTO product_scan (product_id, batch_id, rules) SELECT id, ?, ? FROM product WHERE id = ?
       ON CONFLICT (product_id) DO UPDATE SET batch_id = excluded.batch_id, rules = excluded.rules`,
    );
    return writeWhenFree(db, () => {
      for (const { rowId, batchId, findings } of scanned) {
        supersede.run(at, rowId);
        // The product may have gone with an undone import since it was read.
        if (done.run(batchId, rules, rowId).changes === 0) continue;
        for (const { field, finding } of findings) {
          insert.run(rowId, field, finding.rule, finding.category, finding.severity, JSON.stringify(finding), at);
        }
      }
      bumpRevision(db);
    });
  }
}
