import type { Earning } from '#domain/links/earning';

export interface EarningRow {
  id: number;
  linkHash: number;
  value: string;
  canonical: string | null;
  origin: string;
  /** Why it is thought to earn so far. */
  reason: string;
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
  /** Links that show a pid or relation id, by themselves or when followed, in the order of their ids. */
  nextIdentified(afterId: number, limit: number): EarningRow[];
  countIdentified(): number;
  /** Ids that are shown already stay; what was unknown is filled in. @returns how many links say something else now */
  update(updates: readonly EarningUpdate[]): Promise<number>;
}
