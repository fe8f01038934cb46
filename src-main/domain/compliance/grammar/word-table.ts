import type { CompiledWord } from './compile-grammar.ts';

const flagBits = 2;

/**
 * Classes and flags of words by their number, in few lines of memory: words that are in the same classes share one
 * list.
 */
export class WordTable {
  private readonly lists: (readonly number[])[] = [];
  /** Index of the list, then a bit for words that need a word break and one for words written by initials. */
  private readonly entries: Int32Array;

  constructor(words: readonly CompiledWord[]) {
    const known = new Map<string, number>();
    this.entries = Int32Array.from(words, ({ classes, checked, initials }) => {
      const key = classes.join(' ');
      const list = known.get(key) ?? this.lists.push(classes) - 1;
      known.set(key, list);
      return (list << flagBits) | (checked ? 2 : 0) | (initials ? 1 : 0);
    });
  }

  classesOf(word: number): readonly number[] {
    return this.lists[(this.entries[word] ?? 0) >> flagBits] ?? [];
  }

  isChecked(word: number): boolean {
    return ((this.entries[word] ?? 0) & 2) !== 0;
  }

  isInitials(word: number): boolean {
    return ((this.entries[word] ?? 0) & 1) !== 0;
  }
}
