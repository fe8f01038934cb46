import type { KnownLink, KnownProduct, PasteCatalog, ProductKey } from '#app/ports/paste-catalog';
import type { Connection } from '../open-database.ts';

const known = 'p.market, p.item_key AS itemKey, p.item_id AS itemId, coalesce(p.title, p.item_id) AS title';

type LinkRecord = Pick<KnownLink, 'linkHash' | 'linkId'> &
  KnownLink['money'] & { [Key in keyof KnownProduct]: KnownProduct[Key] | null };

/** {@link PasteCatalog} over one connection. */
export class PasteCatalogRepository implements PasteCatalog {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  byKeys(keys: readonly ProductKey[]): KnownProduct[] {
    return this.#db
      .prepare<[string], KnownProduct>(
        `SELECT DISTINCT ${known} FROM json_each(?) k
         CROSS JOIN product p ON p.item_key = k.value ->> 'itemKey' AND p.market = k.value ->> 'market'`,
      )
      .all(JSON.stringify(keys));
  }

  byLinks(linkHashes: readonly number[]): KnownLink[] {
    return this.#db
      .prepare<[string], LinkRecord>(
        `SELECT l.link_hash AS linkHash, l.id AS linkId, l.earns, l.owner, l.earns_reason AS reason, ${known}
         FROM share_link l LEFT JOIN product p ON p.id = l.product_id
         WHERE l.link_hash IN (SELECT value FROM json_each(?)) ORDER BY l.id`,
      )
      .all(JSON.stringify(linkHashes))
      .map(({ linkHash, linkId, earns, owner, reason, market, itemKey, itemId, title }) => ({
        linkHash,
        linkId,
        money: { earns, owner, reason },
        product:
          market === null || itemKey === null || itemId === null || title === null
            ? null
            : { market, itemKey, itemId, title },
      }));
  }

  // One pass over the names for all of them (0.1 s at 200,000 products): searching for each costs half as much, each time.
  byTitles(titles: readonly string[]): KnownProduct[] {
    if (titles.length === 0) return [];
    return this.#db
      .prepare<[string], KnownProduct>(
        `SELECT ${known} FROM product p WHERE p.title IN (SELECT value FROM json_each(?)) GROUP BY p.title HAVING count(*) = 1`,
      )
      .all(JSON.stringify(titles));
  }
}
