import type { AppError } from '#contract/errors';
import { PageCache, type ReadPage } from '../../state/page-cache.ts';

/** Reads a stretch of one group's rows. */
type ReadGroup<Row> = (group: string, ...page: Parameters<ReadPage<Row>>) => Promise<readonly Row[]>;

/** Each row is prepared anew, which costs some milliseconds. */
const pageRows = 50;

interface Known<Row> {
  /** What is shown until newer rows are there. */
  shown: PageCache<Row> | null;
  fresh: PageCache<Row>;
}

/** Rows of many groups, each read page by page as it comes into view. */
export class GroupedRows<Row> {
  readonly #read: ReadGroup<Row>;
  readonly #onChange: (error: AppError | null) => void;
  readonly #known = new Map<string, Known<Row>>();

  /** @param onChange called after each answer, with the failure if it was one */
  constructor(read: ReadGroup<Row>, onChange: (error: AppError | null) => void) {
    this.#read = read;
    this.#onChange = onChange;
  }

  rowAt(group: string, index: number): Row | undefined {
    return this.#known.get(group)?.shown?.rowAt(index);
  }

  /** Reads these rows unless they are here or on their way. */
  want(group: string, first: number, last: number): void {
    const known = this.#known.get(group) ?? { shown: null, fresh: this.#cache(group) };
    this.#known.set(group, known);
    known.fresh.want(first, last);
  }

  /** Everything may be different: what is shown stays until it has been read again. */
  renew(): void {
    for (const [group, { shown, fresh }] of this.#known) {
      fresh.stop();
      this.#known.set(group, { shown, fresh: this.#cache(group) });
    }
  }

  /** Drops answers that are still to come. */
  stop(): void {
    for (const { fresh } of this.#known.values()) fresh.stop();
  }

  #cache(group: string): PageCache<Row> {
    const cache: PageCache<Row> = new PageCache(
      (...page) => this.#read(group, ...page),
      (error) => {
        if (error === null) this.#known.set(group, { shown: cache, fresh: cache });
        this.#onChange(error);
      },
      pageRows,
    );
    return cache;
  }
}
