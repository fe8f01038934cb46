import type { View } from './view.ts';
import { longestWord, noWord, WordWeights } from './word-weights.ts';

const reach = 3;
const unknownWord = -24;
/** Least weight of a word of the vocabulary, whatever the dictionary says. */
const ownWeight = 10;
/** Binary logarithm of the corpus size behind the weights. */
const corpusBits = 25.8;

/** Pairs of neighbours over so many bits: few enough of them to stay in a fast cache. */
const pairBits = 19;

function bitOfPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - pairBits);
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
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
  /** Of the split worked on, the best score up to each of its units; nothing before the first. */
  private readonly best = [0];
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

  /** Whether `at` lies inside a known word within units `[from, to)`. */
  private cuts({ units }: View, at: number, from: number, to: number): boolean {
    if (at === from || at === to) return false;
    const bit = bitOfPair(units[at - 1] ?? 0, units[at] ?? 0);
    if (((this.pairs[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
    for (let begin = Math.max(from, at - longestWord + 1); begin < at; begin += 1) {
      const last = Math.min(to, begin + longestWord);
      for (let end = at + 1; end <= last; end += 1) if (this.weights.of(units, begin, end) !== noWord) return true;
    }
    return false;
  }

  /** True when units `[start, end)` stand on their own. `isKnown` says that the stretch is itself a word. */
  accepts(view: View, start: number, end: number, isKnown = true): boolean {
    this.prepare();
    const from = hanBefore(view, start);
    const to = hanAfter(view, end);
    // Where neither edge cuts a word nothing speaks against it.
    if (!this.cuts(view, start, from, to) && !this.cuts(view, end, from, to)) return true;
    const own = this.bestSplit(view, start, end);
    const respecting =
      this.bestSplit(view, from, start) +
      (isKnown ? own : Math.max(own, 6 - corpusBits)) +
      this.bestSplit(view, end, to);
    return respecting >= this.bestSplit(view, from, to) - 0.01;
  }

  /** Log probability of the likeliest split of units `[from, to)` into words. */
  private bestSplit({ units }: View, from: number, to: number): number {
    const { best } = this;
    for (let end = from + 1; end <= to; end += 1) {
      let score = Number.NEGATIVE_INFINITY;
      for (let begin = Math.max(from, end - longestWord); begin < end; begin += 1) {
        const known = this.weights.of(units, begin, end);
        const other = end - begin === 1 ? unknownWord : Number.NEGATIVE_INFINITY;
        score = Math.max(score, (best[begin - from] ?? 0) + (known === noWord ? other : known - corpusBits));
      }
      best[end - from] = score;
    }
    return best[to - from] ?? 0;
  }
}
