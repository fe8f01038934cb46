import type { CatalogFilter, CatalogRow, CatalogSort, ProductRow } from '#contract/catalog';
import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { rankLinks } from '#domain/campaigns/pick-link';
import { KeptOrders, type Stretch } from '../lists/kept-orders.ts';
import type { CatalogListReader, LinkReader } from '../ports/catalog-reader.ts';

/** What decides which products a list holds and in which order. */
export interface ListQuestion {
  filter: CatalogFilter;
  sort: CatalogSort;
  asOf: string;
  /** Revision of the catalog; an answer holds for one only. */
  revision: number;
}

function postingLink(product: ProductRow, links: readonly LinkRow[]): CatalogRow['posting'] {
  const [best] = rankLinks({ product, links: [...links] });
  if (!best) return null;
  const { id, kind, outcome, earns, owner, earnsReason, deadFrom } = best.row;
  return { id, kind, outcome, earns, owner, earnsReason, deadFrom };
}

/** The catalog as a long list that is read in any place. */
export class CatalogList {
  readonly #catalog: CatalogListReader;
  readonly #links: LinkReader;
  readonly #orders = new KeptOrders();

  constructor(catalog: CatalogListReader, links: LinkReader) {
    this.#catalog = catalog;
    this.#links = links;
  }

  /** `total` is null where it would have to be counted first. */
  page(question: ListQuestion, stretch: Stretch, surface: SurfaceId): { items: CatalogRow[]; total: number | null } {
    const { ids, total } = this.#page(question, stretch);
    const products = this.#catalog.byRowIds(ids, question.asOf);
    const links = this.#links.ofProducts(ids, surface, question.asOf);
    const scanned = this.#catalog.scanned(ids);
    const items = ids.flatMap((rowId) => {
      const product = products.get(rowId);
      if (!product) return [];
      return [{ ...product, posting: postingLink(product, links.get(rowId) ?? []), scanned: scanned.has(rowId) }];
    });
    return { items, total };
  }

  /** Ids of a stretch of the list. */
  ids(question: ListQuestion, stretch: Stretch): string[] {
    return this.#catalog.publicIds(this.#page(question, stretch).ids);
  }

  count(question: Omit<ListQuestion, 'sort'>): number {
    return this.#catalog.count(question.filter, question.asOf);
  }

  #page(question: ListQuestion, stretch: Stretch): { ids: readonly number[]; total: number | null } {
    const { filter, sort, asOf } = question;
    return this.#orders.page(JSON.stringify(question), stretch, (window) =>
      this.#catalog.rowIds(filter, sort, asOf, window),
    );
  }
}
