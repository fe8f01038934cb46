import type { LinkFilter, LinkRow, LinkSort } from '#contract/links';
import { KeptOrders, type Stretch } from '../lists/kept-orders.ts';
import type { LinkListReader } from '../ports/catalog-reader.ts';

/** What decides which links a list holds and in which order. */
export interface LinkQuestion {
  filter: LinkFilter;
  sort: LinkSort;
  asOf: string;
  /** Revision of the catalog; an answer holds for one only. */
  revision: number;
}

/** All share links as a long list that is read in any place. */
export class LinkList {
  readonly #links: LinkListReader;
  readonly #orders = new KeptOrders();

  constructor(links: LinkListReader) {
    this.#links = links;
  }

  /** `total` is null where it would have to be counted first. */
  page(question: LinkQuestion, stretch: Stretch): { items: LinkRow[]; total: number | null } {
    const { filter, sort, asOf } = question;
    const { ids, total } = this.#orders.page(JSON.stringify(question), stretch, (window) =>
      this.#links.rowIds(filter, sort, asOf, window),
    );
    const rows = this.#links.byIds(ids, filter.surface, asOf);
    return { items: ids.flatMap((id) => rows.get(id) ?? []), total };
  }
}
