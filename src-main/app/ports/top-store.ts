import type { ProductSelection } from '#contract/catalog';
import type { ShownRefusal } from '#contract/top';
import type { StoredTopRun, TopAction, TopResultRow, TopTaskState } from '#contract/top-runs';
import type { GainedRow } from '#domain/top/gained-row';
import type { TopSubject } from '#domain/top/top-subject';

/** One product of a run. */
export interface TopTask {
  position: number;
  /** Public id of the product. */
  productId: string;
}

export interface FinishedTopTask {
  position: number;
  state: Exclude<TopTaskState, 'waiting'>;
  refusal: ShownRefusal | null;
  gained: Gained | null;
}

/** What the platform said of a product, until it is part of the catalog. */
export interface Gained {
  row: GainedRow;
  /** Day on which it was said, in Asia/Shanghai, YYYY-MM-DD. */
  day: string;
}

export type GainedTask = TopTask & Gained;

/** Runs of calls over many products, as their job works on them. */
export interface TopRunStore {
  action(runId: number): TopAction;
  waiting(runId: number): TopTask[];
  /** Stores what became of some products, and how many calls it took. */
  finish(runId: number, tasks: readonly FinishedTopTask[], calls: number): Promise<void>;
  /** What was gained and is not yet in the catalog, in the order asked. */
  gained(runId: number): GainedTask[];
  /** What these gained is in the catalog now, as this import. Belongs into the transaction that puts it there. */
  setMerged(runId: number, positions: readonly number[], batchId: number): void;
  /** @param stopped why it ended before its end; null when it did not */
  end(runId: number, at: string, stopped: ShownRefusal | null): Promise<void>;
}

/** A product as a run begins with it. */
export interface NewTopTask {
  productId: string;
  /** Why it is not asked about at all; null when it is. */
  skipped: ShownRefusal | null;
}

/** Runs as they are begun and read. */
export interface TopRunDesk {
  create(action: TopAction, tasks: readonly NewTopTask[], at: string): Promise<number>;
  /** Forgets how it ended, because it goes on. */
  reopen(runId: number): Promise<void>;
  setJob(runId: number, jobId: string): Promise<void>;
  /** Newest first. */
  page(offset: number, limit: number): { total: number; items: StoredTopRun[] };
  /** @throws AppError `NOT_FOUND` */
  run(runId: number): StoredTopRun;
  results(
    filter: { runId: number; state?: TopTaskState | undefined },
    offset: number,
    limit: number,
  ): {
    total: number;
    items: TopResultRow[];
  };
}

export interface TopSubjectReader {
  /** Public ids of a selection, in catalog order. */
  selected(selection: ProductSelection, asOf: string): string[];
  /** Products by public id; those that left the catalog are missing. */
  subjects(productIds: readonly string[]): Map<string, TopSubject>;
}
