import type { EntryChange, ListsChange } from '#app/ports/compliance-store';
import { phraseRow, type UserListIssue, type UserLists, wordRow } from '#domain/compliance/user/list-rows';
import { type AllowPhrase, type UserEntries, userLimits, type UserWord } from '#domain/compliance/user/user-types';

export interface ListMerge {
  change: ListsChange;
  unchanged: number;
  issues: UserListIssue[];
}

interface Merged<Entry> {
  changes: EntryChange<Entry>[];
  unchanged: number;
  refused: Entry[];
}

const wordKey = ({ kind, text }: UserWord): string => `${kind} ${text}`;
const phraseKey = ({ category, text }: AllowPhrase): string => `${category ?? ''} ${text}`;
const written = (row: object): string => Object.values(row).join('\u0000');

/** `hasRoom` is asked for each entry that would be new and remembers those it let in. */
function mergeEntries<Entry>(
  known: ReadonlyMap<string, Entry>,
  incoming: readonly Entry[],
  how: { keyOf(entry: Entry): string; rowOf(entry: Entry): object; hasRoom(entry: Entry): boolean },
): Merged<Entry> {
  const merged: Merged<Entry> = { changes: [], unchanged: 0, refused: [] };
  for (const after of incoming) {
    const before = known.get(how.keyOf(after)) ?? null;
    if (before !== null && written(how.rowOf(before)) === written(how.rowOf(after))) merged.unchanged += 1;
    else if (before !== null || how.hasRoom(after)) merged.changes.push({ before, after });
    else merged.refused.push(after);
  }
  return merged;
}

function wordRoom(present: readonly UserWord[]): (word: UserWord) => boolean {
  let words = present.length;
  let patterns = present.filter(({ kind }) => kind === 'pattern').length;
  return ({ kind }) => {
    if (words >= userLimits.words || (kind === 'pattern' && patterns >= userLimits.patterns)) return false;
    words += 1;
    if (kind === 'pattern') patterns += 1;
    return true;
  };
}

function phraseRoom(present: readonly AllowPhrase[]): () => boolean {
  let phrases = present.length;
  return () => {
    phrases += 1;
    return phrases <= userLimits.phrases;
  };
}

/** What reading a list in would change: entries known by their text are updated, others added while there is room. */
export function mergeLists(present: UserEntries, read: UserLists): ListMerge {
  const words = mergeEntries(new Map(present.words.map((word) => [wordKey(word), word])), read.words, {
    keyOf: wordKey,
    rowOf: wordRow,
    hasRoom: wordRoom(present.words),
  });
  const phrases = mergeEntries(new Map(present.phrases.map((phrase) => [phraseKey(phrase), phrase])), read.phrases, {
    keyOf: phraseKey,
    rowOf: phraseRow,
    hasRoom: phraseRoom(present.phrases),
  });
  const refused = [...words.refused, ...phrases.refused];
  return {
    change: { words: words.changes, phrases: phrases.changes },
    unchanged: words.unchanged + phrases.unchanged,
    issues: [...read.issues, ...refused.map(({ text }) => ({ line: 0, code: 'too-many' as const, value: text }))],
  };
}
