import { textOf, type View } from './view.ts';
import { longestWord, noWord, WordWeights } from './word-weights.ts';

const reach = 3;
const mostAnswers = 20_000;
const unknownWord = -24;
/** Least weight of a word of the vocabulary, whatever the dictionary says. */
const ownWeight = 10;
/** Binary logarithm of the corpus size behind the weights. */
const corpusBits = 25.8;

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
  /** Answers given, by surroundings and the place in them. */
  private readonly answers = new Map<string, boolean>();
  /** Neighbours inside some known word: where neither edge of a stretch cuts such a pair, nothing speaks against it. */
  private readonly pairs = new Set<number>();

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
    for (let at = 0; at + 1 < word.length; at += 1)
      this.pairs.add((word.charCodeAt(at) << 16) | word.charCodeAt(at + 1));
  }

  private cuts(view: View, at: number): boolean {
    return at > 0 && at < view.length && this.pairs.has(((view.units[at - 1] ?? 0) << 16) | (view.units[at] ?? 0));
  }

  /** True when units `[start, end)` stand on their own. `isKnown` says that the stretch is itself a word. */
  accepts(view: View, start: number, end: number, isKnown = true): boolean {
    this.prepare();
    if (!this.cuts(view, start) && !this.cuts(view, end)) return true;
    const from = hanBefore(view, start);
    const to = hanAfter(view, end);
    if (from === start && to === end) return true;
    // The same words come up in the same surroundings again and again.
    const key = textOf(view, from, to) + String.fromCharCode((start - from) * 2 + (isKnown ? 1 : 0), end - from);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const own = this.bestSplit(view, start, end);
    const respecting =
      this.bestSplit(view, from, start) +
      (isKnown ? own : Math.max(own, 6 - corpusBits)) +
      this.bestSplit(view, end, to);
    return this.remember(key, respecting >= this.bestSplit(view, from, to) - 0.01);
  }

  private remember(key: string, answer: boolean): boolean {
    if (this.answers.size >= mostAnswers) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
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
