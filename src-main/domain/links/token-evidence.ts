/** Which app a 口令 belongs to, judged by the words around it. */
export type TokenApp = 'taobao' | 'jd';

/** How far a telling word may stand from the token, in UTF-16 units: about two lines on a phone. */
const reach = 40;

const taobaoWords = /淘|tao(?:bao)?|天猫|tmall|手猫|[寶寳]|tb\.cn/gi;
const jdWords = /京东|京東|京喜|京口令|(?<![a-z])jd(?![a-z])/gi;

/** Words that go with a token of any app. */
const copyWords = /口令|[复復複]\s?[制製]|緮|[領领]券/g;

/** Answers for one text; each word list is searched at most once, when first needed. */
export interface TokenEvidence {
  /**
   * The app named nearest to the range, on a tie Taobao. With no app but a copy word within reach it is Taobao, the only
   * app that uses these forms without saying so; null when nothing is within reach.
   */
  nearest(start: number, end: number): TokenApp | null;
}

export function readEvidence(text: string): TokenEvidence {
  const taobao = lazy(() => positions(text, taobaoWords));
  const jd = lazy(() => positions(text, jdWords));
  const copy = lazy(() => positions(text, copyWords));
  return {
    nearest(start, end) {
      const toTaobao = distance(taobao(), start, end);
      const toJd = distance(jd(), start, end);
      if (Math.min(toTaobao, toJd) > reach) return distance(copy(), start, end) > reach ? null : 'taobao';
      return toJd < toTaobao ? 'jd' : 'taobao';
    },
  };
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

interface Spans {
  starts: number[];
  ends: number[];
}

function positions(text: string, words: RegExp): Spans {
  const spans: Spans = { starts: [], ends: [] };
  for (const match of text.matchAll(words)) {
    spans.starts.push(match.index);
    spans.ends.push(match.index + match[0].length);
  }
  return spans;
}

function distance(spans: Spans, start: number, end: number): number {
  const next = firstAtLeast(spans.starts, end);
  const after = spans.starts[next];
  const before = spans.ends[firstAtLeast(spans.starts, start) - 1];
  const toNext = after === undefined ? Infinity : after - end;
  const toPrevious = before === undefined ? Infinity : Math.max(0, start - before);
  return Math.min(toNext, toPrevious);
}

/** Index of the first value ≥ `bound` in an ascending list. */
function firstAtLeast(values: readonly number[], bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
