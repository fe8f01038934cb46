import type { ListAction, ListEvent } from '#contract/word-lists';
import type { AllowPhrase, UserEntries, UserWord } from '#domain/compliance/user/user-types';

/** An entry before and after a change; null where there was none or is none any more. */
export interface EntryChange<Entry> {
  before: Entry | null;
  after: Entry | null;
}

/** A change of the user's lists that can be recorded, applied and turned round. */
export interface ListsChange {
  words: EntryChange<UserWord>[];
  phrases: EntryChange<AllowPhrase>[];
}

export interface ListAudit {
  action: ListAction;
  subject: string;
  falseAlarm?: ListEvent['falseAlarm'];
  /** The change this one takes back. */
  undoes?: number;
}

/** A rule pack the user loaded, as it was read. */
export interface StoredRulePack {
  id: string;
  value: unknown;
  loadedAt: string;
}

/** The user's own part of the compliance rules. */
export interface ComplianceStore {
  /** Moves with every change of lists or packs; cheap to ask. */
  revision(): number;
  lists(): UserEntries;
  /**
   * Applies and records a change in one transaction.
   * @returns the change's id
   * @throws AppError `CONFLICT` when an entry is not as `before` says
   */
  change(change: ListsChange, audit: ListAudit): Promise<number>;
  /** @throws AppError `NOT_FOUND` */
  changeOf(id: number): { change: ListsChange; undone: boolean; subject: string };
  /** Newest first. */
  history(limit: number): ListEvent[];
  /** In the order they were loaded. */
  packs(): StoredRulePack[];
  savePacks(packs: readonly { id: string; value: unknown }[]): Promise<void>;
  /** @returns whether there was one */
  removePack(id: string): Promise<boolean>;
}
