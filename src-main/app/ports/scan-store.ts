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
  findings: { field: 'title' | 'recommend'; finding: Finding }[];
}

/** Which products the compliance rules have not seen in their present state, and what they said of those they have. */
export interface ScanStore {
  countUnscanned(rules: string): number;
  /** The next products to scan, in a stable order. */
  unscanned(rules: string, limit: number): UnscannedProduct[];
  /** Replaces the findings of these products; earlier ones are superseded, not deleted. */
  save(scanned: readonly ScannedProduct[], rules: string): Promise<void>;
}
