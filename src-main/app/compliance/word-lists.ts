import type { ComplianceStore, EntryChange } from '#app/ports/compliance-store';
import { AppError } from '#contract/errors';
import type { Locale } from '#contract/messages/format-message';
import { describeEntryFault } from '#contract/messages/describe-list-issue';
import type { ListEvent, ListImportResult, PhraseKey, WordKey } from '#contract/word-lists';
import {
  entryFault,
  type ListRow,
  phraseRow,
  readListRows,
  type UserLists,
  wordRow,
} from '#domain/compliance/user/list-rows';
import { type AllowPhrase, type UserEntries, userLimits, type UserWord } from '#domain/compliance/user/user-types';
import { mergeLists } from './merge-lists.ts';

/** Reports of an import stop here; the count goes on. */
const mostIssues = 200;

const isWord = (key: WordKey) => (word: UserWord) => word.kind === key.kind && word.text === key.text;
const isPhrase = (key: PhraseKey) => (phrase: AllowPhrase) =>
  phrase.text === key.text && phrase.category === key.category;

interface Dependencies {
  store: ComplianceStore;
  locale(): Locale;
}

/** The user's own words and allow-phrases: every change is checked, recorded and can be taken back. */
export class WordLists {
  readonly #store: ComplianceStore;
  readonly #locale: () => Locale;

  constructor({ store, locale }: Dependencies) {
    this.#store = store;
    this.#locale = locale;
  }

  all(): UserEntries {
    return this.#store.lists();
  }

  /** @throws AppError `VALIDATION` with what is wrong, `NOT_FOUND`, `CONFLICT` when the word is there already */
  async saveWord(replaces: WordKey | null, word: UserWord): Promise<number> {
    const after = this.#checked(wordRow(word)).words[0] ?? null;
    const { words } = this.#store.lists();
    const before = replaces === null ? null : found(words.find(isWord(replaces)), replaces.text);
    if (before === null) this.#checkRoom(words, word.kind);
    return this.#store.change(
      { words: [{ before, after }], phrases: [] },
      { action: 'words.saved', subject: after?.text ?? '' },
    );
  }

  /** @throws AppError as {@link WordLists.saveWord} */
  async savePhrase(
    replaces: PhraseKey | null,
    phrase: AllowPhrase,
    falseAlarm: ListEvent['falseAlarm'],
  ): Promise<number> {
    const after = this.#checked(phraseRow(phrase)).phrases[0] ?? null;
    const { phrases } = this.#store.lists();
    const before = replaces === null ? null : found(phrases.find(isPhrase(replaces)), replaces.text);
    if (before === null && phrases.length >= userLimits.phrases) this.#refuse('too-many', phrase.text);
    return this.#store.change(
      { words: [], phrases: [{ before, after }] },
      { action: falseAlarm === null ? 'words.saved' : 'finding.allowed', subject: after?.text ?? '', falseAlarm },
    );
  }

  /** Removes what is there of the named entries. */
  async remove(words: readonly WordKey[], phrases: readonly PhraseKey[]): Promise<number> {
    const lists = this.#store.lists();
    const wordKeys = new Set(words.map(({ kind, text }) => `${kind} ${text}`));
    const phraseKeys = new Set(phrases.map(({ category, text }) => `${category ?? ''} ${text}`));
    const gone = {
      words: lists.words.filter(({ kind, text }) => wordKeys.has(`${kind} ${text}`)),
      phrases: lists.phrases.filter(({ category, text }) => phraseKeys.has(`${category ?? ''} ${text}`)),
    };
    const subject = [...gone.words, ...gone.phrases].map(({ text }) => text).join(' · ');
    return this.#store.change(
      {
        words: gone.words.map((before) => ({ before, after: null })),
        phrases: gone.phrases.map((before) => ({ before, after: null })),
      },
      { action: 'words.removed', subject: subject.slice(0, 200) },
    );
  }

  /** Takes in a read list. A dry run only says what would happen. */
  async import(file: string, read: UserLists, dryRun: boolean): Promise<ListImportResult> {
    const { change, issues, unchanged } = mergeLists(this.#store.lists(), read);
    const changes: EntryChange<unknown>[] = [...change.words, ...change.phrases];
    const added = changes.filter(({ before }) => before === null).length;
    const nothing = changes.length === 0;
    return {
      file,
      added,
      updated: changes.length - added,
      unchanged,
      issues: issues.slice(0, mostIssues),
      issueCount: issues.length,
      changeId:
        dryRun || nothing ? null : await this.#store.change(change, { action: 'words.imported', subject: file }),
    };
  }

  /** @throws AppError `NOT_FOUND`, `CONFLICT` when it was taken back already or an entry was changed again since */
  async undo(changeId: number): Promise<void> {
    const { change, undone, subject } = this.#store.changeOf(changeId);
    if (undone) throw new AppError('CONFLICT', 'already undone', { params: { detail: '这次修改已经撤销过' } });
    const turned = <Entry>({ before, after }: EntryChange<Entry>): EntryChange<Entry> => ({
      before: after,
      after: before,
    });
    await this.#store.change(
      { words: change.words.map(turned), phrases: change.phrases.map(turned) },
      { action: 'words.undone', subject, undoes: changeId },
    );
  }

  #checked(row: ListRow): UserLists {
    const fault = entryFault(row);
    if (fault !== null) this.#refuse(fault, row.text);
    return readListRows([row]);
  }

  #checkRoom(words: readonly UserWord[], kind: UserWord['kind']): void {
    const patterns = words.filter((word) => word.kind === 'pattern').length;
    if (words.length >= userLimits.words || (kind === 'pattern' && patterns >= userLimits.patterns))
      this.#refuse('too-many', '');
  }

  #refuse(fault: Parameters<typeof describeEntryFault>[0], value: string): never {
    const detail = describeEntryFault(fault, value, this.#locale());
    throw new AppError('VALIDATION', detail, { params: { detail } });
  }
}

function found<Entry>(entry: Entry | undefined, text: string): Entry {
  if (entry === undefined) throw new AppError('NOT_FOUND', `no entry ${text}`, { params: { detail: `词条“${text}”` } });
  return entry;
}
