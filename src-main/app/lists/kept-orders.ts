import type { RowWindow } from '../ports/catalog-reader.ts';

/** A stretch of a list. */
export interface Stretch {
  offset: number;
  limit: number;
}

/** Rows up to here are read straight from the database: it delivers them without knowing the rest of the list. */
const readDirectly = 1_000;
/** Lists kept in order, each four bytes a row. */
const remembered = 4;

/**
 * Row ids of long lists that are read in any place. Once somebody goes far down a list, its order is kept in memory: the
 * database could only find the hundred-thousandth row by passing all before it, again for every page.
 */
export class KeptOrders {
  readonly #orders = new Map<string, Int32Array>();

  /**
   * Ids of one stretch, and how many the list has; null where they would have to be counted first.
   * @param key names list and revision: an order holds for one only
   */
  page(
    key: string,
    { offset, limit }: Stretch,
    read: (window: RowWindow) => readonly number[],
  ): { ids: readonly number[]; total: number | null } {
    const known = this.#orders.get(key);
    if (!known && offset + limit <= readDirectly) {
      const ids = read({ offset, limit });
      return { ids, total: ids.length < limit && (ids.length > 0 || offset === 0) ? offset + ids.length : null };
    }
    const order = known ?? Int32Array.from(read({ offset: 0, limit: null }));
    this.#remember(key, order);
    return { ids: Array.from(order.subarray(offset, offset + limit)), total: order.length };
  }

  /** Used last, forgotten last. */
  #remember(key: string, order: Int32Array): void {
    this.#orders.delete(key);
    this.#orders.set(key, order);
    const [oldest] = this.#orders.keys();
    if (this.#orders.size > remembered && oldest !== undefined) this.#orders.delete(oldest);
  }
}
