import type { PastFinding, ProductTextField } from '#contract/compliance';
import type { Finding } from '#domain/compliance/finding';

/** A finding that counts, with the text it is in. */
export interface OpenFinding {
  id: number;
  productId: string;
  title: string | null;
  field: ProductTextField;
  text: string;
  finding: Finding;
}

/** What scans of the catalog found. */
export interface FindingReader {
  /** Findings on products that count, in the order of their ids; of one category, or of all for null. */
  open(category: string | null, afterId: number, limit: number): OpenFinding[];
  /** Findings on a product that no longer count, newest first. */
  past(productRowId: number, limit: number): PastFinding[];
}
