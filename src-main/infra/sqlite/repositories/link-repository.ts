import type { LinkReader } from '#app/ports/catalog-reader';
import { AppError } from '#contract/errors';
import type { LinkFilter, LinkRow } from '#contract/links';
import type { Connection } from '../open-database.ts';
import { linkIsOutcome } from '../verdict-sql.ts';
import { searchQuery } from './catalog-filter-sql.ts';
import { type LinkRecord, linkRowColumns, toLinkRow } from './link-row.ts';
import { splitPublicId } from './product-row.ts';

interface Where {
  sql: string;
  values: Record<string, unknown>;
}

/** A search that looks like part of a link or 口令 is looked for in the links, anything else in the products' titles. */
const linkLike = /[./:=_￥¥€]|^[0-9A-Za-z]{6,}$/;

/** WHERE clause and its named values for a filter; alias `l`. Needs `@asOf` beside them. */
export function linkConditions(filter: LinkFilter): Where {
  const clauses: string[] = [];
  const values: Record<string, unknown> = { surface: filter.surface };
  const oneOf = (column: string, name: string, list: readonly string[] | undefined): void => {
    if (!list || list.length === 0) return;
    clauses.push(`${column} IN (SELECT value FROM json_each(@${name}))`);
    values[name] = JSON.stringify(list);
  };
  oneOf('l.kind', 'kinds', filter.kinds);
  oneOf('l.earns', 'earns', filter.earns);
  oneOf('l.owner', 'owners', filter.owner);
  if (filter.outcomes && filter.outcomes.length > 0) clauses.push(linkIsOutcome(filter.outcomes));
  if (filter.endsBetween) {
    // The first dead day is the day after the last good one.
    clauses.push(`l.dead_from > @endsFrom AND l.dead_from <= date(@endsTo, '+1 day')`);
    Object.assign(values, { endsFrom: filter.endsBetween.from, endsTo: filter.endsBetween.to });
  }
  if (filter.productId !== undefined) {
    const { market, itemKey } = splitPublicId(filter.productId);
    clauses.push('l.product_id = (SELECT id FROM product WHERE item_key = @itemKey AND market = @market)');
    Object.assign(values, { market, itemKey });
  }
  const search = filter.search?.trim() ?? '';
  if (search !== '' && linkLike.test(search)) {
    clauses.push(`(instr(l.value, @search) > 0 OR l.item_id = @search)`);
    values['search'] = search;
  } else if (search !== '') {
    const words = searchQuery(search);
    clauses.push(
      words === null ? '0' : 'l.product_id IN (SELECT rowid FROM product_fts WHERE product_fts MATCH @words)',
    );
    if (words !== null) values['words'] = words;
  }
  return { sql: clauses.length > 0 ? `WHERE ${clauses.join(' AND ')}` : '', values };
}

/** Reads share links with their outcome on one surface. */
export class LinkRepository implements LinkReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Soonest to end first, those without a known end last. */
  page(filter: LinkFilter, asOf: string, offset: number, limit: number): LinkRow[] {
    const { sql, values } = linkConditions(filter);
    const order = filter.endsBetween ? 'l.dead_from, l.id' : 'l.id';
    return this.#read(`${sql} ORDER BY ${order} LIMIT @limit OFFSET @offset`, { ...values, asOf, limit, offset });
  }

  count(filter: LinkFilter, asOf: string): number {
    const { sql, values } = linkConditions(filter);
    return Number(
      this.#db
        .prepare(`SELECT count(*) FROM share_link l ${sql}`)
        .pluck()
        .get({ ...values, asOf }),
    );
  }

  ofProducts(rowIds: readonly number[], surface: string, asOf: string): Map<number, LinkRow[]> {
    const records = this.#db
      .prepare<unknown[], LinkRecord & { product_id: number }>(
        `SELECT l.product_id, ${linkRowColumns} FROM share_link l LEFT JOIN product p ON p.id = l.product_id
         WHERE l.product_id IN (SELECT value FROM json_each(@ids)) ORDER BY l.id`,
      )
      .all({ ids: JSON.stringify(rowIds), surface, asOf });
    const byProduct = new Map<number, LinkRow[]>();
    for (const record of records) {
      const list = byProduct.get(record.product_id) ?? [];
      byProduct.set(record.product_id, list);
      list.push(toLinkRow(record));
    }
    return byProduct;
  }

  /** @throws AppError `NOT_FOUND` */
  byId(id: number, surface: string, asOf: string): LinkRow {
    const [link] = this.#read('WHERE l.id = @id', { id, surface, asOf });
    if (!link) throw new AppError('NOT_FOUND', `no link ${id}`, { params: { detail: '链接' } });
    return link;
  }

  #read(tail: string, values: Record<string, unknown>): LinkRow[] {
    return this.#db
      .prepare<unknown[], LinkRecord>(
        `SELECT ${linkRowColumns} FROM share_link l LEFT JOIN product p ON p.id = l.product_id ${tail}`,
      )
      .all(values)
      .map(toLinkRow);
  }
}
