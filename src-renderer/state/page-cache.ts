import type { AppError } from '#contract/errors';
import { asAppError } from './as-app-error.ts';

const usualPageRows = 100;
/** Pages kept beside those in view; older ones are read again when scrolled back to. */
const rememberedPages = 80;

/** Fetches one page of rows; aborted when it is no longer wanted. */
export type ReadPage<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<readonly Row[]>;

/** The pages of one long list that are at hand. */
export class PageCache<Row> {
  readonly #read: ReadPage<Row>;
  readonly #onChange: (error: AppError | null) => void;
  readonly #pageRows: number;
  readonly #controller = new AbortController();
  readonly #pages = new Map<number, readonly Row[] | 'reading'>();
  /** No page begins behind this one; known from an answer with fewer rows than asked for. */
  #lastPage = Infinity;

  /**
   * @param onChange called after each answer, with the failure if it was one
   * @param pageRows rows asked for at once; fewer where each takes work
   */
  constructor(read: ReadPage<Row>, onChange: (error: AppError | null) => void, pageRows = usualPageRows) {
    this.#read = read;
    this.#onChange = onChange;
    this.#pageRows = pageRows;
  }

  rowAt(index: number): Row | undefined {
    const page = this.#pages.get(Math.floor(index / this.#pageRows));
    return page === undefined || page === 'reading' ? undefined : page[index % this.#pageRows];
  }

  /**
   * Reads the pages of these rows unless they are here or on their way, then those that begin within half a page: rows
   * that are scrolled to are mostly there, and few have to be drawn at once when an answer comes.
   */
  want(first: number, last: number): void {
    const ahead = Math.floor(this.#pageRows / 2);
    this.#readRows(first, last);
    this.#readRows(last, last + ahead);
    this.#readRows(Math.max(0, first - ahead), first);
  }

  /** Drops answers that are still to come. */
  stop(): void {
    this.#controller.abort();
  }

  #readRows(first: number, last: number): void {
    const to = Math.min(Math.floor(last / this.#pageRows), this.#lastPage);
    for (let page = Math.floor(first / this.#pageRows); page <= to; page++) {
      if (!this.#pages.has(page)) void this.#readPage(page);
    }
  }

  async #readPage(page: number): Promise<void> {
    const { signal } = this.#controller;
    this.#pages.set(page, 'reading');
    try {
      const rows = await this.#read(page * this.#pageRows, this.#pageRows, signal);
      if (signal.aborted) return;
      this.#pages.set(page, rows);
      if (rows.length < this.#pageRows) this.#lastPage = Math.min(this.#lastPage, page);
      this.#forgetOldest(page);
      this.#onChange(null);
    } catch (failure) {
      if (signal.aborted) return;
      this.#pages.delete(page);
      this.#onChange(asAppError(failure));
    }
  }

  #forgetOldest(but: number): void {
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > rememberedPages && oldest !== undefined && oldest !== but) this.#pages.delete(oldest);
  }
}
