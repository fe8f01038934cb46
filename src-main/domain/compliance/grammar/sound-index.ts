import { createMatchList } from '../match/match-list.ts';
import { PatternScanner } from '../match/pattern-scanner.ts';
import type { CompiledWord } from './compile-words.ts';

/** Words by sound with a matcher over sounds. */
export class SoundIndex {
  private readonly matcher: PatternScanner;
  private readonly words: CompiledWord[][];
  private readonly matches = createMatchList(256);

  constructor(entries: readonly (readonly [string, CompiledWord[]])[]) {
    this.matcher = PatternScanner.of(entries.map(([sound]) => sound));
    this.words = entries.map(([, words]) => words);
  }

  /** Visits the words that sound like `ids[first, end)`, for every such stretch of the first `length` sounds. */
  scan(
    ids: Uint16Array,
    length: number,
    found: (first: number, end: number, words: readonly CompiledWord[]) => void,
  ): void {
    const { matches } = this;
    matches.length = 0;
    this.matcher.scan(ids, 0, length, matches);
    for (let at = 0; at < matches.length; at += 1) {
      const pattern = matches.pattern[at] ?? 0;
      const end = matches.end[at] ?? 0;
      found(end - (this.matcher.patternLengths[pattern] ?? 1), end, this.words[pattern] ?? []);
    }
  }
}
