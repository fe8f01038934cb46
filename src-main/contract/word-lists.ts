import { z } from 'zod';
import type { UserListIssue } from '#domain/compliance/user/list-rows';
import type { AllowPhrase, UserWord } from '#domain/compliance/user/user-types';
import { nothing, rowId } from './common.ts';
import { fileRef, type FileRef } from './files.ts';

/** Loose on purpose: an entry that cannot be used is refused with a sentence that says why, not as a faulty request. */
const field = z.string().max(2000);
const day = field.nullable();

const word = z
  .object({
    text: field,
    kind: z.enum(['word', 'pattern']),
    category: field,
    severity: z.enum(['block', 'warn', 'info']),
    note: field,
    expiresOn: day,
  })
  .strict();
const phrase = z
  .object({ text: field, category: field.nullable(), reason: field, proof: field, expiresOn: day })
  .strict();

const wordKey = z.object({ kind: z.enum(['word', 'pattern']), text: field }).strict();
const phraseKey = z.object({ text: field, category: field.nullable() }).strict();

export type WordKey = z.infer<typeof wordKey>;
export type PhraseKey = z.infer<typeof phraseKey>;

const mostKeys = 10_000;

export const wordListInputs = {
  'words.list': nothing,
  /** Adds a word, or puts it in the place of another one. */
  'words.saveWord': z.object({ replaces: wordKey.nullable(), word }).strict(),
  'words.savePhrase': z
    .object({
      replaces: phraseKey.nullable(),
      phrase,
      /** The finding the phrase was made for, when it was a false alarm. */
      falseAlarm: z.object({ rule: field, category: field, text: field, context: field }).strict().nullable(),
    })
    .strict(),
  'words.remove': z
    .object({ words: z.array(wordKey).max(mostKeys), phrases: z.array(phraseKey).max(mostKeys) })
    .strict(),
  /**
   * Takes in a CSV or JSON list: entries known by their text are updated, others added, none removed.
   * A dry run only says what would happen.
   */
  'words.import': z.object({ file: fileRef, dryRun: z.boolean() }).strict(),
  /** Writes both lists to a file in the data folder. */
  'words.export': z.object({ format: z.enum(['csv', 'json']) }).strict(),
  'words.history': z.object({ limit: z.int().min(1).max(200) }).strict(),
  /** Takes one change back. */
  'words.undo': z.object({ changeId: rowId }).strict(),
};

/** What was done to the lists. */
export type ListAction = 'words.saved' | 'words.removed' | 'words.imported' | 'words.undone' | 'finding.allowed';

export interface ListEvent {
  changeId: number;
  at: string;
  action: ListAction;
  /** The word, phrase or file it was about. */
  subject: string;
  /** Entries added, changed and removed. */
  added: number;
  changed: number;
  removed: number;
  undone: boolean;
  falseAlarm: { rule: string; category: string; text: string; context: string } | null;
}

export interface ListImportResult {
  file: string;
  added: number;
  updated: number;
  unchanged: number;
  /** The first of them. */
  issues: UserListIssue[];
  issueCount: number;
  /** Null when nothing changed, and in a dry run. */
  changeId: number | null;
}

export interface WordListOutputs {
  'words.list': { words: UserWord[]; phrases: AllowPhrase[] };
  'words.saveWord': { changeId: number };
  'words.savePhrase': { changeId: number };
  'words.remove': { changeId: number };
  'words.import': ListImportResult;
  'words.export': { ref: FileRef; name: string };
  'words.history': ListEvent[];
  'words.undo': null;
}
