import type { CatalogCause, InboxStore, Snoozed } from '#app/ports/inbox-store';
import type { InboxProduct } from '#contract/inbox';
import type { Finding } from '#domain/compliance/finding';
import type { Connection } from '../open-database.ts';
import { publicId } from './product-row.ts';

const openBlocks = `superseded_at IS NULL AND severity = 'block' AND product_id IS NOT NULL AND field IN ('title', 'recommend')`;

/** Products put off on day `@today`. */
const putOff = `SELECT p.id FROM inbox_snooze s JOIN product p ON p.market = s.market AND p.item_key = s.item_key
  WHERE s.campaign_id = 0 AND s.surface = '' AND s.until > @today`;

interface ProductRow {
  market: string;
  item_key: string;
  title: string | null;
  recommend_text: string | null;
  field: InboxProduct['field'];
  finding_json: string;
  until: string | null;
}

/** {@link InboxStore} over one connection. */
export class InboxRepository implements InboxStore {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  snoozed(today: string): Snoozed[] {
    return this.#db
      .prepare<[string], Snoozed>(
        `SELECT i.id AS itemId, s.surface, s.until FROM inbox_snooze s
         JOIN campaign_item i ON i.campaign_id = s.campaign_id AND i.item_key = s.item_key AND i.market = s.market
         WHERE s.until > ?`,
      )
      .all(today);
  }

  catalogCauses(today: string): CatalogCause[] {
    return this.#db
      .prepare<unknown[], CatalogCause>(
        `SELECT category, count(DISTINCT product_id) - count(DISTINCT CASE WHEN product_id IN (${putOff}) THEN product_id END) AS products,
           count(DISTINCT CASE WHEN product_id IN (${putOff}) THEN product_id END) AS snoozed
         FROM finding WHERE ${openBlocks} GROUP BY category`,
      )
      .all({ today });
  }

  products(category: string, snoozed: boolean, today: string, offset: number, limit: number): InboxProduct[] {
    return this.#db
      .prepare<unknown[], ProductRow>(
        `SELECT p.market, p.item_key, p.title, p.recommend_text, f.field, f.finding_json,
           (SELECT s.until FROM inbox_snooze s WHERE s.campaign_id = 0 AND s.surface = '' AND s.market = p.market
              AND s.item_key = p.item_key AND s.until > @today) AS until
         FROM (SELECT product_id, min(id) AS id FROM finding WHERE ${openBlocks} AND category = @category
                 AND product_id ${snoozed ? '' : 'NOT'} IN (${putOff})
               GROUP BY product_id ORDER BY product_id LIMIT @limit OFFSET @offset) first
         JOIN finding f ON f.id = first.id JOIN product p ON p.id = f.product_id ORDER BY p.id`,
      )
      .all({ category, today, offset, limit })
      .map((row) => ({
        kind: 'product',
        productId: publicId(row.market, row.item_key),
        title: row.title ?? row.item_key,
        finding: JSON.parse(row.finding_json) as Finding,
        field: row.field,
        text: (row.field === 'title' ? row.title : row.recommend_text) ?? '',
        until: row.until,
      }));
  }

  hasProducts(): boolean {
    return this.#db.prepare('SELECT EXISTS (SELECT 1 FROM product)').pluck().get() === 1;
  }

  bannedProducts(today: string): number {
    return this.#db
      .prepare(`SELECT count(DISTINCT product_id) FROM finding WHERE ${openBlocks} AND product_id NOT IN (${putOff})`)
      .pluck()
      .get({ today }) as number;
  }

  productIds(category: string, snoozed: boolean, today: string, limit: number): string[] {
    return this.#db
      .prepare(
        `SELECT DISTINCT p.market || ':' || p.item_key FROM finding f JOIN product p ON p.id = f.product_id
         WHERE ${openBlocks} AND f.category = @category AND f.product_id ${snoozed ? '' : 'NOT'} IN (${putOff})
         ORDER BY p.id LIMIT @limit`,
      )
      .pluck()
      .all({ category, today, limit }) as string[];
  }
}
