import type { LinkDeriver } from '#app/ports/import-store';
import type { ImportedLink } from '#domain/catalog/imported-row';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import type { StatementCache } from '../statement-cache.ts';
import { type LinkRow, LinkWriter } from './link-writer.ts';

interface SourceRow {
  product_id: number;
  batch_id: number;
  data_date: string;
  links_json: string;
  coupon_ends_on: string | null;
  coupon_left: number | null;
}

/** Marks imported links of products that are being folded anew; what no contribution names again is then removed. */
const stale = -1;

// A link seen again keeps its first issue, and with it its own validity: the day it was made cannot move. It follows the
// coupon its newest row speaks of; a row that does not speak of coupons changes nothing there. Whose commission it is was
// said best by the row that could tell, however often it comes by without: such a row does not count.
const tellsLess = `((owner <> 'unknown' AND excluded.owner = 'unknown') OR (earns <> 'unknown' AND excluded.earns = 'unknown'))`;
const tells = `(batch_id = ${stale} OR NOT ${tellsLess})`;
const upsert = `
  ON CONFLICT (product_id, link_hash) DO UPDATE SET
    earns = CASE WHEN ${tells} THEN excluded.earns ELSE earns END,
    owner = CASE WHEN ${tells} THEN excluded.owner ELSE owner END,
    earns_reason = CASE WHEN ${tells} THEN excluded.earns_reason ELSE earns_reason END,
    coupon_dead_from = CASE WHEN batch_id = ${stale} THEN excluded.coupon_dead_from ELSE coalesce(excluded.coupon_dead_from, coupon_dead_from) END,
    sold_out = CASE WHEN batch_id = ${stale} THEN excluded.sold_out ELSE coalesce(excluded.sold_out, sold_out) END,
    issued_on = CASE WHEN batch_id = ${stale} THEN excluded.issued_on ELSE issued_on END,
    own_dead_from = CASE WHEN batch_id = ${stale} THEN excluded.own_dead_from ELSE own_dead_from END,
    validity_basis = CASE WHEN batch_id = ${stale} THEN excluded.validity_basis ELSE validity_basis END,
    origin = CASE WHEN batch_id = ${stale} OR (origin = 'paste' AND ${tells}) THEN excluded.origin ELSE origin END,
    batch_id = CASE WHEN batch_id = ${stale} THEN excluded.batch_id ELSE batch_id END
  WHERE batch_id = ${stale} OR (${tells} AND (earns, owner, earns_reason) IS NOT (excluded.earns, excluded.owner, excluded.earns_reason))
    OR coalesce(excluded.coupon_dead_from, coupon_dead_from) IS NOT coupon_dead_from OR coalesce(excluded.sold_out, sold_out) IS NOT sold_out`;

/** Keeps the share links of products in step with the rows that name them. Made inside the transaction it works in. */
export class LinkMerge {
  readonly #statements: StatementCache;
  readonly #derive: LinkDeriver;
  readonly #writer: LinkWriter;

  constructor(db: Connection, statements: StatementCache, derive: LinkDeriver, now: () => Date) {
    this.#statements = statements;
    this.#derive = derive;
    this.#writer = new LinkWriter(db, statements, upsert, now);
  }

  /**
   * Adds the links of some rows of a batch.
   * @param rowCondition SQL over alias `r`, with the named values it needs
   */
  addFromRows(batchId: number, dataDate: string, rowCondition: string, values: object): void {
    const rows = this.#statements
      .prepare<SourceRow>(
        `SELECT p.id AS product_id, @batchId AS batch_id, @dataDate AS data_date, r.links_json, r.coupon_ends_on, r.coupon_left
         FROM import_row r JOIN product p ON p.item_key = r.item_key AND p.market = r.market
         WHERE ${rowCondition} ORDER BY r.id`,
      )
      .all({ ...values, batchId, dataDate });
    this.#writer.write(this.#linksOf(rows));
  }

  /** Makes the imported links of the named products exactly those their contributions give. Links users added stay. */
  rebuild(productIds: string, contributions: string, values: Record<string, number>): void {
    const rows = this.#statements
      .prepare<SourceRow>(
        `SELECT p.id AS product_id, b.id AS batch_id, b.data_date, r.links_json, r.coupon_ends_on, r.coupon_left
         FROM product p CROSS JOIN ${contributions} AND r.item_key = p.item_key AND r.market = p.market
         WHERE p.id IN (${productIds}) ORDER BY b.data_date, b.id, r.id`,
      )
      .all(values);
    const imported = `batch_id IS NOT NULL AND product_id IN (${productIds})`;
    this.#statements.prepare(`UPDATE share_link SET batch_id = ${stale} WHERE ${imported}`).run(values);
    this.#writer.write(this.#linksOf(rows));
    this.#statements
      .prepare(`DELETE FROM share_link WHERE batch_id = ${stale} AND product_id IN (${productIds})`)
      .run(values);
  }

  *#linksOf(rows: readonly SourceRow[]): Generator<LinkRow> {
    for (const row of rows) {
      const couponEnd = couponDeadFrom(row);
      const soldOut = row.coupon_left === null ? null : Number(row.coupon_left === 0);
      for (const link of this.#derive(JSON.parse(row.links_json) as ImportedLink[], row.data_date)) {
        yield {
          productId: row.product_id,
          batchId: row.batch_id,
          link,
          couponDeadFrom: link.livesOffCoupon ? couponEnd : null,
          soldOut: link.livesOffCoupon ? soldOut : null,
        };
      }
    }
  }
}

/** The coupon is over the day after its last day, or from the day its stock was seen empty. */
function couponDeadFrom({ coupon_ends_on, coupon_left, data_date }: SourceRow): string | null {
  const afterEnd = coupon_ends_on === null ? null : addDays(coupon_ends_on, 1);
  if (coupon_left !== 0) return afterEnd;
  return afterEnd !== null && afterEnd < data_date ? afterEnd : data_date;
}
