import type { ProductTextField } from '#contract/compliance';
import type { Finding } from '#domain/compliance/finding';

export interface UnscannedProduct {
  rowId: number;
  /** State of the product's data; a newer batch means it has to be scanned again. */
  batchId: number;
  title: string | null;
  recommendText: string | null;
}

export interface ScannedProduct {
  rowId: number;
  batchId: number;
  findings: { field: ProductTextField; finding: Finding }[];
  /** Findings that an allow-phrase of the user silences. */
  allowed: { field: ProductTextField; finding: Finding }[];
}

/** Which products the compliance rules have not seen in their present state, and what they said of those they have. */
export interface ScanStore {
  countUnscanned(rules: string): number;
  /** The next products to scan after a row, in the order of their rows. */
  unscanned(rules: string, afterRowId: number, limit: number): UnscannedProduct[];
  /**
   * Brings the findings of these products up to date: those that still hold stay as they are, new ones are added,
   * others are superseded, with the reason, and kept.
   */
  save(scanned: readonly ScannedProduct[], rules: string): Promise<void>;
}
