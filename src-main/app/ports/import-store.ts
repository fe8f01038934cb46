import type { ImportedLink, ImportedProduct, RowIssue } from '#domain/catalog/imported-row';
import type { ErrorData } from '#contract/errors';

/** A share link ready to be stored: recognised, with whose money and how long. */
export interface DerivedLink {
  /** Hash of the canonical form, unique within its product. */
  linkHash: number;
  kind: string;
  /** Kind of the page inside a deep link. */
  innerKind: string | null;
  /** Byte for byte as found. */
  value: string;
  /** Null when equal to `value`. */
  canonical: string | null;
  host: string | null;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  /** Column or way it came by. */
  origin: string;
  earns: 'yes' | 'no' | 'unknown';
  owner: 'own' | 'other' | 'unknown';
  earnsReason: string;
  /** Day it was made, as far as the data tells. */
  issuedOn: string | null;
  /** First day on which it is dead by its own validity; null when no end is known. */
  ownDeadFrom: string | null;
  validityBasis: string;
  /** Whether it also dies with the coupon of its row. */
  livesOffCoupon: boolean;
}

/**
 * Recognises the links of one row.
 * @param issuedOn the day they were made at the latest: the date of the data they came with
 */
export type LinkDeriver = (links: readonly ImportedLink[], issuedOn: string) => DerivedLink[];

export interface StagedRow {
  line: number;
  product: ImportedProduct;
  links: ImportedLink[];
  extra: Record<string, string>;
}

export interface RejectedRow {
  line: number;
  cells: readonly string[];
}

/** Rows of one batch, the values of each after those of the one before: a list crosses to another thread cheaper than objects. */
export interface PackedRows {
  rows: number;
  values: (string | number | null)[];
}

export type PackRow = (into: PackedRows, batchId: number, row: StagedRow) => void;

/** What some rows of a file became. */
export interface RowBlock {
  /** Rows of the file, also those that are no products. */
  read: number;
  staged: PackedRows;
  issues: RowIssue[];
  rejects: RejectedRow[];
}

export interface NewBatch {
  jobId: string | null;
  origin: 'file' | 'paste' | 'top' | 'demo';
  fileName: string;
  fileSha256: string | null;
  fileBytes: number;
  /** The reading plan (mapping, encoding …) as JSON; identical bytes under an identical plan give identical rows. */
  planJson: string;
  container: string;
  encoding: string | null;
  layout: string | null;
  headerRow: number | null;
  headers: readonly string[];
  dataDate: string;
}

export interface BatchCounts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** How a long write lets others breathe and says how far it is. */
export interface MergeContext {
  breathe(): Promise<void>;
  progress(done: number, total: number): void;
}

/** Staging, merging and undoing of imports. Cancelled or failed imports leave the catalog exactly as it was. */
export interface ImportStore {
  createBatch(batch: NewBatch): Promise<number>;
  /** A merged batch that read the same bytes under the same plan, so that its rows need not be read again. */
  findSameRows(fileSha256: string, planJson: string): number | null;
  shareRows(batchId: number, rowsOfBatch: number): Promise<void>;
  /** Adds rows to staging in one transaction. */
  stage(batchId: number, rows: readonly StagedRow[]): Promise<void>;
  /**
   * Adds the rows of a file, with what was remarked of them, in transactions so short that others wait for a moment at most.
   * @param afterEach awaited after each block, inside its transaction; what it throws ends the staging and the reading
   */
  stageBlocks(
    batchId: number,
    blocks: AsyncIterable<RowBlock>,
    afterEach: (block: RowBlock) => Promise<void>,
  ): Promise<void>;
  /**
   * Makes the batch part of the catalog, all or nothing.
   * @param context `alongside` writes something else in the same transaction, once the rows are in
   */
  merge(batchId: number, derive: LinkDeriver, context: MergeContext & { alongside?(): void }): Promise<BatchCounts>;
  /** Remarks recorded for a batch. */
  countIssues(batchId: number): number;
  /** Drops a batch that did not make it. */
  discard(batchId: number, state: 'cancelled' | 'failed', error: ErrorData | null): Promise<void>;
  /** Takes a merged batch out of the catalog: afterwards it is as if the batch had never been imported. */
  undo(batchId: number, derive: LinkDeriver, context: MergeContext): Promise<{ products: number }>;
}
