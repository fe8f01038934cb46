import { isHan } from './unit-kinds.ts';
import type { View } from './view.ts';
import { longestWord, noWord, WordWeights } from './word-weights.ts';

const reach = 3;
const unknownWord = -24;
/** Least weight of a word of the vocabulary, whatever the dictionary says. */
const ownWeight = 10;
/** Binary logarithm of the corpus size behind the weights. */
const corpusBits = 25.8;
/** What a stretch counts at least that sounds like a word but is none itself. */
const leastWord = 6 - corpusBits;

/** A stretch of units `[start, end)` with its surroundings. */
interface Stretch {
  from: number;
  start: number;
  end: number;
  to: number;
}

/** Pairs of neighbours over so many bits: few enough of them to stay in a fast cache. */
const pairBits = 19;

function bitOfPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - pairBits);
}

/** Where the 汉字 in front of `at` begin, a few of them at most. */
function hanBefore({ units }: View, at: number): number {
  let from = at;
  while (from > 0 && at - from < reach && isHan(units[from - 1] ?? 0)) from -= 1;
  return from;
}

/** Where the 汉字 from `at` on end, a few of them at most. */
function hanAfter({ units, length }: View, at: number): number {
  let to = at;
  while (to < length && to - at < reach && isHan(units[to] ?? 0)) to += 1;
  return to;
}

/**
 * Tells whether a word break is likely on both sides of a stretch of 汉字: the best split of its surroundings into
 * common words must not be better than the best split that respects both edges (积分|享双倍 is, so 分享 is refused).
 */
export class WordBreaks {
  /** What the look-ups are made from; null once they are. */
  private sources: { dictionary: readonly string[]; vocabulary: readonly string[] } | null;
  private readonly weights = new WordWeights();
  /** Of the stretch worked on, the best score up to each of its units; nothing before the first. */
  private readonly best = [0];
  private readonly respecting = [0];
  /** Neighbours inside some known word, a bit for each; several pairs may share one. */
  private readonly pairs = new Uint32Array(2 ** (pairBits - 5));

  /** `dictionary[w]` lists words of weight w, about the binary logarithm of their frequency. */
  constructor(dictionary: readonly string[], vocabulary: readonly string[]) {
    this.sources = { dictionary, vocabulary };
  }

  /** Fills the look-ups when the first word is in doubt: most of building a linter would go into them. */
  private prepare(): void {
    if (this.sources === null) return;
    const { dictionary, vocabulary } = this.sources;
    this.sources = null;
    dictionary.forEach((words, weight) => {
      for (const word of words.split(' ')) if (word !== '') this.learn(word, weight);
    });
    for (const word of vocabulary) {
      const units = Uint16Array.from(word, (unit) => unit.charCodeAt(0));
      this.learn(word, Math.max(this.weights.of(units, 0, units.length), ownWeight));
    }
  }

  private learn(word: string, weight: number): void {
    this.weights.set(word, weight);
    for (let at = 0; at + 1 < word.length; at += 1) {
      const bit = bitOfPair(word.charCodeAt(at), word.charCodeAt(at + 1));
      this.pairs[bit >>> 5] = (this.pairs[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
  }

  /** False when no known word holds the units in front of and behind `at` side by side. */
  private mayCut({ units }: View, at: number): boolean {
    const bit = bitOfPair(units[at - 1] ?? 0, units[at] ?? 0);
    return ((this.pairs[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
  }

  /** True when units `[start, end)` stand on their own. `isKnown` says that the stretch is itself a word. */
  accepts(view: View, start: number, end: number, isKnown = true): boolean {
    this.prepare();
    const from = hanBefore(view, start);
    const to = hanAfter(view, end);
    // Where neither edge cuts a word nothing speaks against it.
    const isDoubtful = (from < start && this.mayCut(view, start)) || (end < to && this.mayCut(view, end));
    return !isDoubtful || this.respects(view, { from, start, end, to }, isKnown);
  }

  /**
   * Whether the likeliest split of units `[from, to)` into words is no likelier than the likeliest of those with a break
   * at `start` and at `end`. Both are found in one go, by their log probabilities up to each unit.
   */
  private respects(view: View, stretch: Stretch, isKnown: boolean): boolean {
    const { best, respecting } = this;
    const { from, start, end, to } = stretch;
    for (let stop = from + 1; stop <= to; stop += 1) {
      this.extend(view, stretch, stop);
      if (stop !== end || isKnown) continue;
      const least = (respecting[start - from] ?? 0) + leastWord;
      respecting[end - from] = Math.max(respecting[end - from] ?? 0, least);
    }
    return (respecting[to - from] ?? 0) >= (best[to - from] ?? 0) - 0.01;
  }

  /** Finds the best scores up to `stop` from those before. */
  private extend(view: View, { from, start, end }: Stretch, stop: number): void {
    const { best, respecting } = this;
    const first = Math.max(from, stop - longestWord);
    let free = Number.NEGATIVE_INFINITY;
    let bound = Number.NEGATIVE_INFINITY;
    for (let begin = stop - 1; begin >= first; begin -= 1) {
      if (begin + 1 < stop && !this.mayCut(view, begin + 1)) break;
      const score = this.scoreOf(view, begin, stop);
      free = Math.max(free, (best[begin - from] ?? 0) + score);
      const isCut = (begin < start && start < stop) || (begin < end && end < stop);
      if (!isCut) bound = Math.max(bound, (respecting[begin - from] ?? 0) + score);
    }
    best[stop - from] = free;
    respecting[stop - from] = bound;
  }

  private scoreOf({ units }: View, begin: number, stop: number): number {
    const known = this.weights.of(units, begin, stop);
    if (known !== noWord) return known - corpusBits;
    return stop - begin === 1 ? unknownWord : Number.NEGATIVE_INFINITY;
  }
}
