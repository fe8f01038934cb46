import type { Earning } from '#domain/links/earning';

export interface EarningRow {
  id: number;
  linkHash: number;
  value: string;
  canonical: string | null;
  origin: string;
}

export interface EarningUpdate extends Earning {
  id: number;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
}

/** Links whose commission may become known by following them. */
export interface EarningStore {
  byHash(linkHashes: readonly number[]): EarningRow[];
  /** Ids that are shown already stay; what was unknown is filled in. */
  update(updates: readonly EarningUpdate[]): Promise<void>;
}
