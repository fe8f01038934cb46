import type { RenewalReader } from '#app/ports/renewal-reader';
import type { EndingDay, RenewalRow, RenewalScope } from '#contract/links';
import { isDraftKey } from '#domain/catalog/draft-key';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import { publicId } from './product-row.ts';

interface RenewalRecord {
  market: string;
  item_key: string;
  item_id: string;
  title: string;
  detail_url: string | null;
  /** JSON pairs of kind and first dead day, soonest first. */
  ending: string;
  links: number;
  campaigns: number;
}

/** Pasted, and nothing tells whom it pays. */
const doubtful = (link: string): string => `(${link}.origin = 'paste' AND ${link}.earns = 'unknown')`;
const pays = (link: string): string => `${link}.earns <> 'no' AND ${link}.owner <> 'other'`;

/** A doubtful link counts only where there is no better: it is no successor to one's own. */
const mayPay = `l.product_id IS NOT NULL AND ${pays('l')} AND (NOT ${doubtful('l')} OR NOT EXISTS (
  SELECT 1 FROM share_link o WHERE o.product_id = l.product_id AND ${pays('o')} AND NOT ${doubtful('o')}))`;

/** All of a group's links are dead the day after `@by`. */
const endsBy = `HAVING count(l.dead_from) = count(*) AND max(l.dead_from) <= date(@by, '+1 day')`;

/** Where anything ends by then at all: few of many products, which the index of ends finds at once. */
const endingSome = `l.product_id IN (SELECT product_id FROM share_link WHERE dead_from <= date(@by, '+1 day'))`;

/** Products with the first day on which a group of their paying links is dead; alias `n`. */
const ending: Record<RenewalScope, string> = {
  all: `SELECT l.product_id, max(l.dead_from) AS dead_from FROM share_link l WHERE ${mayPay} AND ${endingSome}
    GROUP BY l.product_id ${endsBy}`,
  any: `SELECT product_id, min(dead_from) AS dead_from FROM (
    SELECT l.product_id, max(l.dead_from) AS dead_from FROM share_link l WHERE ${mayPay} AND ${endingSome}
    GROUP BY l.product_id, l.kind ${endsBy})
    GROUP BY product_id`,
};

/** Products of open campaigns. */
const held = `SELECT i.item_key, i.market FROM campaign_item i JOIN campaign c ON c.id = i.campaign_id WHERE c.archived_at IS NULL`;

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
             WHERE dead_from > @from AND dead_from <= @deadTo GROUP BY dead_from
           UNION ALL
           SELECT coupon_ends_on, 0, count(*) FROM product WHERE coupon_ends_on BETWEEN @from AND @to GROUP BY 1)
         GROUP BY 1 ORDER BY 1`,
      )
      .all({ from, to, deadTo: addDays(to, 1) });
  }

  renewals(by: string, scope: RenewalScope): number[] {
    return this.#db
      .prepare(
        `SELECT p.id FROM (${ending[scope]}) n JOIN product p ON p.id = n.product_id
         ORDER BY (p.item_key, p.market) IN (${held}) DESC, n.dead_from, p.id`,
      )
      .pluck()
      .all({ by }) as number[];
  }

  rows(rowIds: readonly number[], by: string): RenewalRow[] {
    return this.#db
      .prepare<unknown[], RenewalRecord>(
        `SELECT p.market, p.item_key, p.item_id, coalesce(p.title, p.item_id) AS title, p.detail_url,
           (SELECT json_group_array(json_array(kind, dead_from)) FROM (
              SELECT l.kind, max(l.dead_from) AS dead_from FROM share_link l WHERE l.product_id = p.id AND ${mayPay}
              GROUP BY l.kind ${endsBy} ORDER BY 2)) AS ending,
           (SELECT count(*) FROM share_link l WHERE l.product_id = p.id AND ${mayPay}) AS links,
           (SELECT count(*) FROM campaign_item i JOIN campaign c ON c.id = i.campaign_id
            WHERE i.item_key = p.item_key AND i.market = p.market AND c.archived_at IS NULL) AS campaigns
         FROM json_each(@ids) e JOIN product p ON p.id = e.value ORDER BY e.key`,
      )
      .all({ ids: JSON.stringify(rowIds), by })
      .map(toRow);
  }
}

function toRow(record: RenewalRecord): RenewalRow {
  const { market, item_key, item_id, title, detail_url, ending: pairs, links, campaigns } = record;
  const kinds = JSON.parse(pairs) as [kind: string, deadFrom: string][];
  const page = market === 'taobao' && !isDraftKey(item_key) ? taobaoPage(item_id) : detail_url;
  return {
    productId: publicId(market, item_key),
    itemId: item_id,
    title,
    pageUrl: page,
    kinds: kinds.map(([kind]) => kind),
    lastDay: addDays(kinds[0]?.[1] ?? '', -1),
    links,
    campaigns,
  };
}
