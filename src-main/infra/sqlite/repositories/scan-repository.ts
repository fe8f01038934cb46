import type { SummaryStore } from '#app/ports/dashboard-reader';
import type { ScannedProduct, ScanStore, UnscannedProduct } from '#app/ports/scan-store';
import type { Finding } from '#domain/compliance/finding';
import type { Connection } from '../open-database.ts';
import { bumpRevision, revisionOf } from '../revision.ts';
import { writeWhenFree } from '../write-when-free.ts';
import { createSummaryRepository } from './summary-repository.ts';

const stale = `FROM product p LEFT JOIN product_scan s ON s.product_id = p.id
  WHERE (s.product_id IS NULL OR s.batch_id <> p.last_batch_id OR s.rules <> @rules)`;

interface OpenFinding {
  id: number;
  field: string;
  finding_json: string;
}

/** Two findings with the same key say the same of the same place by the same rule. */
function keyOf(field: string, { rule, start, end, text }: Finding): string {
  return [field, rule, start, end, text].join('\u0000');
}

/** {@link ScanStore} over one connection. */
export class ScanRepository implements ScanStore {
  readonly #db: Connection;
  readonly #now: () => Date;
  readonly #kept: SummaryStore;
  #counted: { of: string; products: number } | null = null;

  constructor(db: Connection, now: () => Date) {
    this.#db = db;
    this.#now = now;
    this.#kept = createSummaryRepository(db, 'unscanned');
  }

  /**
   * Counted once for each state of the catalog, and kept beyond the end of the app: every look at the overview asks, the
   * first one after a start too, and the count passes over all products.
   */
  countUnscanned(rules: string): number {
    const of = `${revisionOf(this.#db, 'catalog')} ${rules}`;
    if (this.#counted?.of !== of)
      this.#counted = { of, products: this.#keptCount(of) ?? this.#countAndKeep(of, rules) };
    return this.#counted.products;
  }

  #keptCount(of: string): number | null {
    const kept = this.#kept.get(of);
    return typeof kept === 'number' ? kept : null;
  }

  #countAndKeep(of: string, rules: string): number {
    const products = this.#count(rules);
    this.#kept.put(of, products);
    return products;
  }

  #count(rules: string): number {
    // After a first import, or with other rules, nothing need be compared.
    const sql = `SELECT CASE WHEN EXISTS (SELECT 1 FROM product_scan WHERE rules = @rules)
      THEN (SELECT count(*) ${stale}) ELSE (SELECT count(*) FROM product) END`;
    return Number(this.#db.prepare(sql).pluck().get({ rules }));
  }

  unscanned(rules: string, afterRowId: number, limit: number): UnscannedProduct[] {
    return this.#db
      .prepare<unknown[], UnscannedProduct>(
        `SELECT p.id AS rowId, p.last_batch_id AS batchId, p.title, p.recommend_text AS recommendText ${stale} AND p.id > @afterRowId
         ORDER BY p.id LIMIT @limit`,
      )
      .all({ rules, afterRowId, limit });
  }

  save(scanned: readonly ScannedProduct[], rules: string): Promise<void> {
    const db = this.#db;
    const batchBefore = db.prepare<[number], number>('SELECT batch_id FROM product_scan WHERE product_id = ?').pluck();
    const done = db.prepare(
      `INSERT INTO product_scan (product_id, batch_id, rules) SELECT id, ?, ? FROM product WHERE id = ?
       ON CONFLICT (product_id) DO UPDATE SET batch_id = excluded.batch_id, rules = excluded.rules`,
    );
    return writeWhenFree(db, () => {
      for (const product of scanned) {
        const before = batchBefore.get(product.rowId);
        // The product may have gone with an undone import since it was read.
        if (done.run(product.batchId, rules, product.rowId).changes === 0) continue;
        this.#replace(product, before !== undefined && before !== product.batchId);
      }
      bumpRevision(db);
    });
  }

  #replace({ rowId, findings, allowed }: ScannedProduct, textMayDiffer: boolean): void {
    const db = this.#db;
    const at = this.#now().toISOString();
    const open = db
      .prepare<[number], OpenFinding>(
        'SELECT id, field, finding_json FROM finding WHERE product_id = ? AND superseded_at IS NULL',
      )
      .all(rowId);
    if (open.length === 0 && findings.length === 0) return;
    const silenced = new Set(allowed.map(({ field, finding }) => keyOf(field, finding)));
    const present = new Map(findings.map((entry) => [keyOf(entry.field, entry.finding), entry]));
    const supersede = db.prepare('UPDATE finding SET superseded_at = ?, superseded_by = ? WHERE id = ?');
    const refresh = db.prepare('UPDATE finding SET category = ?, severity = ?, finding_json = ? WHERE id = ?');
    for (const { id, field, finding_json } of open) {
      const key = keyOf(field, JSON.parse(finding_json) as Finding);
      const still = present.get(key);
      if (still === undefined) {
        supersede.run(at, silenced.has(key) ? 'allowed' : textMayDiffer ? 'text' : 'rules', id);
        continue;
      }
      present.delete(key);
      const json = JSON.stringify(still.finding);
      if (json !== finding_json) refresh.run(still.finding.category, still.finding.severity, json, id);
    }
    const insert = db.prepare(
      `INSERT INTO finding (product_id, field, rule, category, severity, finding_json, found_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const { field, finding } of present.values()) {
      insert.run(rowId, field, finding.rule, finding.category, finding.severity, JSON.stringify(finding), at);
    }
  }
}
