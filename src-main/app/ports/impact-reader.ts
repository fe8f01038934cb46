/** A stored link, as far as a comparison of verdicts needs it. */
export interface ComparedLink {
  id: number;
  linkHash: number;
  kind: string;
  host: string | null;
  deadFrom: string | null;
  soldOut: number | null;
  validityBasis: string;
  issuedOn: string | null;
}

/** Every link of the catalog, for comparing verdicts. */
export interface ImpactReader {
  count(): number;
  /** In order of id, from behind `afterId`. */
  next(afterId: number, limit: number): ComparedLink[];
  /** Links that have answers of their own. */
  answeredHashes(): number[];
  /** For lists: value and product title. */
  describe(linkIds: readonly number[]): { id: number; kind: string; value: string; productTitle: string | null }[];
}
