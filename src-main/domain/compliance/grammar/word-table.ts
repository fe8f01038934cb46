import { standings, type AtomFacts, type AtomPart, type Atoms } from './atoms.ts';
import type { CompiledWord } from './compile-words.ts';

const initialsBit = 1;
const coverBit = 2;
/** Above the flags lie eight bits for the length. */
const lengthShift = 2;
const longest = 0xff;
const kindShift = 10;

const none: readonly AtomPart[] = [];

/** Facts and flags of words, in few lines of memory: words of the same kind share one object. */
export class WordTable {
  private readonly facts: AtomFacts[] = [];
  /** What every text asks for of the facts, side by side. */
  private readonly standings: Uint8Array;
  private readonly classes: Int32Array;
  /**
   * For each word all that is asked of it: the index of its facts, its length, then a bit for words that cover others and
   * one for words written by initials.
   */
  readonly entries: Int32Array;

  /** `coverId`: the class of words inside which no other word counts. */
  constructor(words: readonly CompiledWord[], coverId: number | undefined) {
    const known = new Map<number, number>();
    this.entries = Int32Array.from(words, (word) => {
      const { text, classes, run, checked, initials } = word;
      if (text.length > longest) throw new RangeError(`over ${longest} characters in ${text}`);
      const key = run * 4 + (checked ? 2 : 0) + (initials ? 1 : 0);
      const kind = known.get(key) ?? this.facts.push(this.factsOfWord(word)) - 1;
      known.set(key, kind);
      const covers = coverId !== undefined && classes.includes(coverId);
      return (
        (kind << kindShift) | (text.length << lengthShift) | (covers ? coverBit : 0) | (initials ? initialsBit : 0)
      );
    });
    this.standings = Uint8Array.from(this.facts, ({ standing }) => standing);
    this.classes = Int32Array.from(this.facts, ({ classes }) => classes);
  }

  private factsOfWord({ run, checked, initials }: CompiledWord): AtomFacts {
    return {
      classes: run,
      value: 0,
      exact: initials ? 0 : 1,
      fuzzy: initials ? 1 : 0,
      standing: checked ? standings.unknown : standings.alone,
      parts: none,
    };
  }

  /** Adds a word, given by its entry, at units `[start, end)` to the atoms of a view. */
  addTo(out: Atoms, entry: number, start: number, end: number): void {
    const kind = entry >> kindShift;
    const facts = this.facts[kind];
    if (facts === undefined) return;
    out.addKnown(start, end, facts, { standing: this.standings[kind] ?? 0, classes: this.classes[kind] ?? 0 });
  }
}

/** Units of the word of an entry. */
export function lengthOfWord(entry: number): number {
  return (entry >> lengthShift) & longest;
}

export function isCover(entry: number): boolean {
  return (entry & coverBit) !== 0;
}

export function isInitials(entry: number): boolean {
  return (entry & initialsBit) !== 0;
}
