import type { LinkListReader, LinkReader, RowWindow } from '#app/ports/catalog-reader';
import { AppError } from '#contract/errors';
import type { LinkFilter, LinkRow, LinkSort } from '#contract/links';
import type { Connection } from '../open-database.ts';
import { linkConditions, linkOrder } from './link-filter-sql.ts';
import { type LinkRecord, linkRowColumns, toLinkRow } from './link-row.ts';

/** Reads share links with their outcome on one surface. */
export class LinkRepository implements LinkReader, LinkListReader {
  readonly #db: Connection;

  constructor(db: Connection) {
    this.#db = db;
  }

  rowIds(filter: LinkFilter, sort: LinkSort, asOf: string, { offset, limit }: RowWindow): number[] {
    const { sql, values } = linkConditions(filter);
    return this.#db
      .prepare(
        `SELECT l.id FROM share_link l ${sql} ORDER BY ${linkOrder(sort, sql !== '')} LIMIT @limit OFFSET @offset`,
      )
      .pluck()
      .all({ ...values, asOf, limit: limit ?? -1, offset }) as number[];
  }

  byIds(ids: readonly number[], surface: string, asOf: string): Map<number, LinkRow> {
    const rows = this.#read('WHERE l.id IN (SELECT value FROM json_each(@ids))', {
      ids: JSON.stringify(ids),
      surface,
      asOf,
    });
    return new Map(rows.map((row) => [row.id, row]));
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
