import type { CatalogFilter, CatalogRow, CatalogSort, ProductRow } from '#contract/catalog';
import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { rankLinks } from '#domain/campaigns/pick-link';
import type { CatalogListReader, LinkReader } from '../ports/catalog-reader.ts';

/** What decides which products a list holds and in which order. */
export interface ListQuestion {
  filter: CatalogFilter;
  sort: CatalogSort;
  asOf: string;
  /** Revision of the catalog; an answer holds for one only. */
  revision: number;
}

interface Stretch {
  offset: number;
  limit: number;
}

/** Rows up to here are read straight from the database: it delivers them without knowing the rest of the list. */
const readDirectly = 1_000;
/** Lists kept in order, each four bytes a product. */
const remembered = 4;

function postingLink(product: ProductRow, links: readonly LinkRow[]): CatalogRow['posting'] {
  const [best] = rankLinks({ product, links: [...links] });
  if (!best) return null;
  const { id, kind, outcome, earns, owner, earnsReason, deadFrom } = best.row;
  return { id, kind, outcome, earns, owner, earnsReason, deadFrom };
}

/**
 * The catalog as a long list that is read in any place. Once somebody goes far down a list, its order is kept in memory
 * until the catalog changes: the database could only find the hundred-thousandth row by passing all before it, again for
 * every page.
 */
export class CatalogList {
  readonly #catalog: CatalogListReader;
  readonly #links: LinkReader;
  readonly #orders = new Map<string, Int32Array>();

  constructor(catalog: CatalogListReader, links: LinkReader) {
    this.#catalog = catalog;
    this.#links = links;
  }

  /** `total` is null where it would have to be counted first. */
  page(question: ListQuestion, stretch: Stretch, surface: SurfaceId): { items: CatalogRow[]; total: number | null } {
    const rowIds = this.#rowIds(question, stretch);
    const products = this.#catalog.byRowIds(rowIds, question.asOf);
    const links = this.#links.ofProducts(rowIds, surface, question.asOf);
    const scanned = this.#catalog.scanned(rowIds);
    const items = rowIds.flatMap((rowId) => {
      const product = products.get(rowId);
      if (!product) return [];
      return [{ ...product, posting: postingLink(product, links.get(rowId) ?? []), scanned: scanned.has(rowId) }];
    });
    return { items, total: this.#totalIfKnown(question, stretch, rowIds.length) };
  }

  /** Public ids of a stretch of the list. */
  ids(question: ListQuestion, stretch: Stretch): string[] {
    return this.#catalog.publicIds(this.#rowIds(question, stretch));
  }

  count(question: Omit<ListQuestion, 'sort'>): number {
    return this.#catalog.count(question.filter, question.asOf);
  }

  #rowIds(question: ListQuestion, { offset, limit }: Stretch): readonly number[] {
    const { filter, sort, asOf } = question;
    const key = JSON.stringify(question);
    const known = this.#orders.get(key);
    if (!known && offset + limit <= readDirectly) return this.#catalog.rowIds(filter, sort, asOf, { offset, limit });
    const order = known ?? Int32Array.from(this.#catalog.rowIds(filter, sort, asOf, { offset: 0, limit: null }));
    // Used last, forgotten last.
    this.#orders.delete(key);
    this.#orders.set(key, order);
    const [oldest] = this.#orders.keys();
    if (this.#orders.size > remembered && oldest !== undefined) this.#orders.delete(oldest);
    return Array.from(order.subarray(offset, offset + limit));
  }

  #totalIfKnown(question: ListQuestion, { offset, limit }: Stretch, found: number): number | null {
    const order = this.#orders.get(JSON.stringify(question));
    if (order) return order.length;
    return found < limit && (found > 0 || offset === 0) ? offset + found : null;
  }
}
