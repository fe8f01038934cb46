import type { ReadPlan } from '#domain/import/file-inspection';
import type { RowPlan } from '#domain/import/row-parser';
import type { RowBlock } from './import-store.ts';

/** An inspected file, what its columns mean and the batch its rows are for: plain data. */
export interface ReadingTask {
  batchId: number;
  path: string;
  plan: ReadPlan;
  rowPlan: RowPlan;
}

/**
 * Reads and parses the rows of a file, a transaction's worth at a time. Fails like `SpreadsheetFiles.readRows`, also when it
 * is cancelled.
 */
export type ReadRows = (task: ReadingTask, signal: AbortSignal) => AsyncGenerator<RowBlock>;
