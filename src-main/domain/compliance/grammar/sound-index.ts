import { createMatchList } from '../match/match-list.ts';
import { PatternScanner } from '../match/pattern-scanner.ts';
import type { CompiledWord } from './compile-words.ts';

/** Sounds are numbered from 1 on, up to this: about 400 syllables are told apart. */
export const mostSounds = 511;
const wordsPerRow = (mostSounds + 1) / 32;

/** A bit for each two sounds with which a word begins: exact, and small enough for the fastest cache. */
class SoundPairs {
  /** For each sound its row, 0 for those with which no word begins. */
  private readonly rowOf = new Uint16Array(mostSounds + 1);
  private readonly bits: Uint32Array;

  constructor(sounds: readonly string[]) {
    const starts = [...new Set(sounds.map((sound) => sound.charCodeAt(0)))];
    for (const [at, id] of starts.entries()) this.rowOf[id] = at + 1;
    this.bits = new Uint32Array((starts.length + 1) * wordsPerRow);
    for (const sound of sounds) {
      const second = sound.charCodeAt(1);
      const place = (this.rowOf[sound.charCodeAt(0)] ?? 0) * wordsPerRow + (second >>> 5);
      this.bits[place] = (this.bits[place] ?? 0) | (1 << (second & 31));
    }
  }

  /** Whether a word begins with the sounds, of which 0 is none. */
  has(first: number, second: number): boolean {
    const place = (this.rowOf[first] ?? 0) * wordsPerRow + (second >>> 5);
    return ((this.bits[place] ?? 0) & (1 << (second & 31))) !== 0;
  }
}

/** Words of two sounds or more by their sound, with a matcher over sounds. */
export class SoundIndex {
  private readonly matcher: PatternScanner;
  private readonly pairs: SoundPairs;
  private readonly words: CompiledWord[][];
  private readonly matches = createMatchList(256);

  constructor(entries: readonly (readonly [string, CompiledWord[]])[]) {
    const sounds = entries.map(([sound]) => sound);
    this.matcher = PatternScanner.of(sounds);
    this.pairs = new SoundPairs(sounds);
    this.words = entries.map(([, words]) => words);
  }

  /** Visits the words that sound like `ids[first, end)`, for every such stretch of the first `length` sounds. */
  scan(
    ids: Uint16Array,
    length: number,
    found: (first: number, end: number, words: readonly CompiledWord[]) => void,
  ): void {
    const { matches, matcher, pairs } = this;
    matches.length = 0;
    for (let at = 0; at + 1 < length; at += 1)
      if (pairs.has(ids[at] ?? 0, ids[at + 1] ?? 0)) matcher.startingAt(ids, at, length, matches);
    for (let at = 0; at < matches.length; at += 1) {
      const pattern = matches.pattern[at] ?? 0;
      const end = matches.end[at] ?? 0;
      found(end - (matcher.patternLengths[pattern] ?? 1), end, this.words[pattern] ?? []);
    }
  }
}
