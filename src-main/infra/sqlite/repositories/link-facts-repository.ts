import type { EarningCount, LinkFactsReader, StoredLinkFacts } from '#app/ports/link-facts';
import type { LinkCoupon, LinkDetail, LinkSource, SeenPid } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { addDays } from '#domain/shared/shanghai-day';
import type { Connection } from '../open-database.ts';
import { publicId, splitPublicId } from './product-row.ts';

type StoredRow = Omit<StoredLinkFacts, 'source'> & { [Key in keyof LinkSource]: LinkSource[Key] | null };

/** Products beyond these are not named: a link hundreds of products share is a shop's, not theirs. */
const namedProducts = 20;

/** {@link LinkFactsReader} over one connection. */
export class LinkFactsRepository implements LinkFactsReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  earningCounts(): EarningCount[] {
    return this.#db
      .prepare<[], EarningCount & { kind: string }>(
        // By kind as well: in the order of an index, so that nothing has to be sorted.
        'SELECT kind, earns, owner, count(*) AS links FROM share_link GROUP BY 1, 2, 3',
      )
      .all()
      .map(({ earns, owner, links }) => ({ earns, owner, links }));
  }

  endingBetween(from: string, to: string): number {
    return this.#number('SELECT count(*) FROM share_link WHERE dead_from > ? AND dead_from <= ?', from, addDays(to, 1));
  }

  endedBy(day: string): number {
    return this.#number('SELECT count(*) FROM share_link WHERE dead_from <= ?', day);
  }

  withoutProduct(): number {
    return this.#number('SELECT count(*) FROM share_link WHERE product_id IS NULL');
  }

  pids(limit: number): SeenPid[] {
    return this.#db
      .prepare<[number], SeenPid>(
        `SELECT pid, count(*) AS links, max(owner) AS owner FROM share_link WHERE pid GLOB 'mm_*' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?`,
      )
      .all(limit);
  }

  stored(linkId: number): StoredLinkFacts {
    const row = this.#db
      .prepare<[number], StoredRow>(
        `SELECT l.canonical, l.inner_kind AS innerKind, l.created_at AS createdAt, b.id AS batchId, b.file_name AS fileName,
           b.data_date AS dataDate
         FROM share_link l LEFT JOIN import_batch b ON b.id = l.batch_id WHERE l.id = ?`,
      )
      .get(linkId);
    if (!row) throw new Error(`no link ${linkId}`);
    const { canonical, innerKind, createdAt, batchId, fileName, dataDate } = row;
    const known = batchId !== null && fileName !== null && dataDate !== null;
    return { canonical, innerKind, createdAt, source: known ? { batchId, fileName, dataDate } : null };
  }

  couponOf(productId: string): LinkCoupon | null {
    const coupon = this.#db
      .prepare<unknown[], LinkCoupon>(
        `SELECT p.coupon_ends_on AS endsOn, p.coupon_left AS "left", p.coupon_total AS total, b.data_date AS seenOn
         FROM product p
         JOIN import_row r ON r.item_key = p.item_key AND r.market = p.market
         JOIN import_batch b ON r.batch_id = coalesce(b.rows_of_batch, b.id) AND b.state = 'merged'
         WHERE p.item_key = @itemKey AND p.market = @market AND p.coupon_state = 'some' AND r.coupon_state IS NOT NULL
         ORDER BY b.data_date DESC, b.id DESC LIMIT 1`,
      )
      .get(splitPublicId(productId));
    return coupon ?? null;
  }

  sharedWith(linkHash: number, butProductId: string | null): LinkDetail['sharedWith'] {
    return this.#db
      .prepare<unknown[], { market: string; item_key: string; title: string }>(
        `SELECT p.market, p.item_key, coalesce(p.title, p.item_id) AS title FROM share_link l
         JOIN product p ON p.id = l.product_id WHERE l.link_hash = ? ORDER BY l.id LIMIT ?`,
      )
      .all(linkHash, namedProducts + 1)
      .map(({ market, item_key, title }) => ({ productId: publicId(market, item_key), title }))
      .filter(({ productId }) => productId !== butProductId)
      .slice(0, namedProducts);
  }

  campaignsOf(productId: string, linkHash: number): LinkDetail['campaigns'] {
    return this.#db
      .prepare<unknown[], { id: number; name: string; scheduledOn: string | null; pinned: string }>(
        `SELECT c.id, c.name, c.scheduled_on AS scheduledOn,
           (SELECT json_group_array(y.surface) FROM campaign_copy y WHERE y.item_id = i.id AND y.link_hash = @linkHash) AS pinned
         FROM campaign_item i JOIN campaign c ON c.id = i.campaign_id
         WHERE i.item_key = @itemKey AND i.market = @market AND c.archived_at IS NULL ORDER BY c.id DESC`,
      )
      .all({ ...splitPublicId(productId), linkHash })
      .map(({ pinned, ...campaign }) => ({ ...campaign, pinnedOn: JSON.parse(pinned) as SurfaceId[] }));
  }

  #number(sql: string, ...values: unknown[]): number {
    return Number(
      this.#db
        .prepare(sql)
        .pluck()
        .get(...values),
    );
  }
}
