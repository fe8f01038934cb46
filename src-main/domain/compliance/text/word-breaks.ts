import { textOf, type View } from './view.ts';

const longestWord = 4;
const reach = 3;
const mostAnswers = 20_000;
const unknownWord = -24;
/** Binary logarithm of the corpus size behind the weights. */
const corpusBits = 25.8;

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/**
 * Tells whether a word break is likely on both sides of a stretch of 汉字: the best split of its surroundings into
 * common words must not be better than the best split that respects both edges (积分|享双倍 is, so 分享 is refused).
 */
export class WordBreaks {
  /** What the look-ups are made from; null once they are. */
  private sources: { dictionary: readonly string[]; vocabulary: readonly string[] } | null;
  private readonly weights = new Map<string, number>();
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
      for (const word of words.split(' ')) if (word !== '') this.learn(word, weight - corpusBits);
    });
    const ownWeight = 10 - corpusBits;
    for (const word of vocabulary) this.learn(word, Math.max(this.weights.get(word) ?? -99, ownWeight));
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
    let from = start;
    while (from > 0 && start - from < reach && isHan(view.units[from - 1] ?? 0)) from -= 1;
    let to = end;
    while (to < view.length && to - end < reach && isHan(view.units[to] ?? 0)) to += 1;
    if (from === start && to === end) return true;
    const text = textOf(view, from, to);
    const left = start - from;
    const right = end - from;
    // The same words come up in the same surroundings again and again.
    const key = text + String.fromCharCode(left * 2 + (isKnown ? 1 : 0), right);
    const known = this.answers.get(key);
    if (known !== undefined) return known;
    const answer = this.standsOut(text, left, right, isKnown);
    if (this.answers.size >= mostAnswers) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /** Whether `text` splits as well with a break at `left` and at `right` as it does without. */
  private standsOut(text: string, left: number, right: number, isKnown: boolean): boolean {
    const own = this.bestSplit(text.slice(left, right));
    const respecting =
      this.bestSplit(text.slice(0, left)) +
      (isKnown ? own : Math.max(own, 6 - corpusBits)) +
      this.bestSplit(text.slice(right));
    return respecting >= this.bestSplit(text) - 0.01;
  }

  /** Log probability of the likeliest split into words. */
  private bestSplit(text: string): number {
    if (text === '') return 0;
    const best = [0];
    for (let to = 1; to <= text.length; to += 1) {
      let score = Number.NEGATIVE_INFINITY;
      for (let from = Math.max(0, to - longestWord); from < to; from += 1) {
        const weight =
          this.weights.get(text.slice(from, to)) ?? (to - from === 1 ? unknownWord : Number.NEGATIVE_INFINITY);
        score = Math.max(score, (best[from] ?? 0) + weight);
      }
      best.push(score);
    }
    return best[text.length] ?? 0;
  }
}
