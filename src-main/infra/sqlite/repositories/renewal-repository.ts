import type { RenewalReader } from '#app/ports/renewal-reader';
import type { RowWindow } from '#app/ports/catalog-reader';
import type { EndingDay, RenewalRow } from '#contract/links';
import { isDraftKey } from '#domain/catalog/draft-key';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import { searchQuery } from './catalog-filter-sql.ts';
import { publicId } from './product-row.ts';

interface RenewalRecord {
  market: string;
  item_key: string;
  item_id: string;
  title: string;
  detail_url: string | null;
  dead_from: string;
  links: number;
  campaigns: number;
}

const mayPay = `l.product_id IS NOT NULL AND l.earns <> 'no' AND l.owner <> 'other'`;

/** Products whose paying links are all dead the day after `@by`. Alias `n`. */
const ending = `
  SELECT l.product_id, max(l.dead_from) AS dead_from, count(*) AS links FROM share_link l
  WHERE ${mayPay} GROUP BY l.product_id HAVING count(l.dead_from) = count(*) AND max(l.dead_from) <= date(@by, '+1 day')`;

const campaigns = `(SELECT count(*) FROM campaign_item i JOIN campaign c ON c.id = i.campaign_id
   WHERE i.item_key = p.item_key AND i.market = p.market AND c.archived_at IS NULL)`;

const taobaoPage = (itemId: string): string => `https://item.taobao.com/item.htm?id=${itemId}`;

/** {@link RenewalReader} over one connection. */
export class RenewalRepository implements RenewalReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  endingDays(from: string, to: string): EndingDay[] {
    return this.#db
      .prepare<unknown[], EndingDay>(
        `SELECT day, sum(links) AS links, sum(coupons) AS coupons FROM (
           SELECT date(dead_from, '-1 day') AS day, count(*) AS links, 0 AS coupons FROM share_link
             WHERE dead_from > @from AND dead_from <= @deadTo GROUP BY 1
           UNION ALL
           SELECT coupon_ends_on, 0, count(*) FROM product WHERE coupon_ends_on BETWEEN @from AND @to GROUP BY 1)
         GROUP BY 1 ORDER BY 1`,
      )
      .all({ from, to, deadTo: addDays(to, 1) });
  }

  renewals(by: string, search: string | undefined, { offset, limit }: RowWindow): RenewalRow[] {
    const { sql, values } = searched(search);
    return this.#db
      .prepare<unknown[], RenewalRecord>(
        `SELECT p.market, p.item_key, p.item_id, coalesce(p.title, p.item_id) AS title, p.detail_url, n.dead_from, n.links,
           ${campaigns} AS campaigns
         FROM (${ending}) n JOIN product p ON p.id = n.product_id ${sql}
         ORDER BY campaigns > 0 DESC, n.dead_from, p.id LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, by, limit: limit ?? -1, offset })
      .map(toRow);
  }

  countRenewals(by: string, search: string | undefined): number {
    const { sql, values } = searched(search);
    return Number(
      this.#db
        .prepare(`SELECT count(*) FROM (${ending}) n JOIN product p ON p.id = n.product_id ${sql}`)
        .pluck()
        .get({ ...values, by }),
    );
  }
}

function searched(search: string | undefined): { sql: string; values: Record<string, unknown> } {
  if (search === undefined || search.trim() === '') return { sql: '', values: {} };
  const words = searchQuery(search);
  if (words === null) return { sql: 'WHERE 0', values: {} };
  return { sql: 'WHERE p.id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH @words)', values: { words } };
}

function toRow(record: RenewalRecord): RenewalRow {
  const { market, item_key, item_id, title, detail_url, dead_from, links, campaigns: held } = record;
  const page = market === 'taobao' && !isDraftKey(item_key) ? taobaoPage(item_id) : detail_url;
  return {
    productId: publicId(market, item_key),
    itemId: item_id,
    title,
    pageUrl: page,
    lastDay: addDays(dead_from, -1),
    links,
    campaigns: held,
  };
}
