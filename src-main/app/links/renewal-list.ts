import type { RenewalRow, RenewalScope } from '#contract/links';
import type { Stretch } from '../lists/kept-orders.ts';
import type { RenewalReader } from '../ports/renewal-reader.ts';

export interface RenewalQuestion {
  /** YYYY-MM-DD, by whose end they are dead. */
  by: string;
  scope: RenewalScope;
  /** Revision of the catalog; an answer holds for one only. */
  revision: number;
}

/** Products to renew, as a list. Which they are takes a look at every link, so it is worked out once for each question. */
export class RenewalList {
  readonly #reader: RenewalReader;
  #known: { key: string; rowIds: readonly number[] } = { key: '', rowIds: [] };

  constructor(reader: RenewalReader) {
    this.#reader = reader;
  }

  page(question: RenewalQuestion, { offset, limit }: Stretch): { items: RenewalRow[]; total: number } {
    const key = JSON.stringify(question);
    if (this.#known.key !== key) {
      this.#known = { key, rowIds: this.#reader.renewals(question.by, question.scope) };
    }
    const { rowIds } = this.#known;
    return { items: this.#reader.rows(rowIds.slice(offset, offset + limit), question.by), total: rowIds.length };
  }
}
