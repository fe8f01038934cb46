import type { LinkDeriver } from '#app/ports/import-store';
import type { Connection } from '../open-database.ts';
import type { StatementCache } from '../statement-cache.ts';
import type { LinkBlock } from './link-block.ts';
import { LinkWriter } from './link-writer.ts';
import { type ImportingBatch, StagedLinks } from './staged-links.ts';
import { type RowRange, type Rows, rowsThat } from './staged-rows.ts';

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
  readonly #staged: StagedLinks;
  readonly #writer: LinkWriter;
  readonly #aheadWriter: LinkWriter;

  constructor(db: Connection, statements: StatementCache, derive: LinkDeriver, now: () => Date) {
    this.#statements = statements;
    this.#staged = new StagedLinks(statements, derive);
    this.#writer = new LinkWriter(db, statements, upsert, now, 'here');
    this.#aheadWriter = new LinkWriter(db, statements, upsert, now, 'ahead');
  }

  /**
   * Adds the links of some rows of a batch to the products they became, see `temp.folded`.
   * @param ahead their links, when they were recognised ahead
   */
  addFromRows(batch: ImportingBatch, which: Rows, turn: RowRange, ahead: LinkBlock | null): void {
    const products = new Map(
      this.#statements
        .prepare<[number, number]>('SELECT row_id, product_id FROM temp.folded WHERE row_id BETWEEN ? AND ?')
        .raw()
        .all(turn.from, turn.to),
    );
    const productAt = (place: number): number | undefined => products.get(place);
    if (ahead) this.#aheadWriter.write(ahead, productAt);
    else this.#writer.write(this.#staged.ofRows(batch, rowsThat[which], turn), productAt);
  }

  /** Makes the imported links of the named products exactly those their contributions give. Links users added stay. */
  rebuild(productIds: string, contributions: string, values: Record<string, number>): void {
    const block = this.#staged.ofSources(
      `SELECT p.id AS place, b.id AS batch_id, b.data_date, r.links_json, r.coupon_ends_on, r.coupon_left
       FROM product p CROSS JOIN ${contributions} AND r.item_key = p.item_key AND r.market = p.market
       WHERE p.id IN (${productIds}) ORDER BY b.data_date, b.id, r.id`,
      values,
    );
    const imported = `batch_id IS NOT NULL AND product_id IN (${productIds})`;
    this.#statements.prepare(`UPDATE share_link SET batch_id = ${stale} WHERE ${imported}`).run(values);
    this.#writer.write(block, (product) => product);
    this.#statements
      .prepare(`DELETE FROM share_link WHERE batch_id = ${stale} AND product_id IN (${productIds})`)
      .run(values);
  }
}
