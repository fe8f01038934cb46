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

/** Links out of files, by the columns that Alimama fills. */
export interface FileLinks {
  fields: readonly string[];
  /** The files are the user's own. */
  own: boolean;
}

/** Links whose commission may become known by following them. */
export interface EarningStore {
  byHash(linkHashes: readonly number[]): EarningRow[];
  /**
   * Links whose owner depends on what the user says is theirs, in the order of their ids: those that show a pid or
   * relation id, by themselves or when followed, and those of files where these are taken for the wrong account's.
   */
  nextOwned(afterId: number, limit: number, files: FileLinks): EarningRow[];
  countOwned(files: FileLinks): number;
  /** Ids that are shown already stay; what was unknown is filled in. @returns how many links say something else now */
  update(updates: readonly EarningUpdate[]): Promise<number>;
}
