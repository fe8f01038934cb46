/** A loaded openability pack as it is stored. */
export interface StoredPolicyPack {
  id: string;
  value: unknown;
  loadedAt: string;
  active: boolean;
}

/** Openability packs the user loaded, kept until removed; at most one is in use. */
export interface PolicyPackStore {
  list(): StoredPolicyPack[];
  /** @throws AppError `CONFLICT` when the id is taken by a pack of another kind */
  add(id: string, value: unknown): Promise<void>;
  /** @param id null = none of them: the built-in pack */
  activate(id: string | null): Promise<void>;
  /** @returns false when there is none */
  remove(id: string): Promise<boolean>;
}
