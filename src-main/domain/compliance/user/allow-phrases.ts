import type { Finding, TextSpan } from '../finding.ts';
import { splitsLatinWord } from '../grammar/find-atoms.ts';
import { PatternScanner } from '../match/pattern-scanner.ts';
import { createMatchList } from '../match/match-list.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { foldText } from '../text/fold.ts';
import { spanOf, textOf, type View } from '../text/view.ts';
import { isInForce, type AllowPhrase } from './user-types.ts';

/** One occurrence of an allow-phrase in a text. */
export interface AllowedRange extends TextSpan {
  phrase: AllowPhrase;
}

/** Allow-phrases compiled for one day. */
export class AllowPhrases {
  readonly #phrases: AllowPhrase[];
  readonly #matcher: PatternScanner;
  readonly #idsByText: number[][] = [];

  constructor(entries: readonly AllowPhrase[], asOf: string, table: FoldTable) {
    this.#phrases = entries.filter((entry) => isInForce(entry, asOf));
    const ids = new Map<string, number[]>();
    this.#phrases.forEach((phrase, id) => {
      const text = textOf(foldText(phrase.text, table));
      if (text !== '') ids.set(text, [...(ids.get(text) ?? []), id]);
    });
    this.#matcher = PatternScanner.of([...ids.keys()]);
    this.#idsByText = [...ids.values()];
  }

  get isEmpty(): boolean {
    return this.#idsByText.length === 0;
  }

  /** Where phrases occur in a folded view, in offsets of the whole text. */
  rangesIn(view: View, offset: number): AllowedRange[] {
    const matches = createMatchList(16);
    this.#matcher.scan(view.units, 0, view.length, matches);
    const out: AllowedRange[] = [];
    for (let at = 0; at < matches.length; at += 1) {
      const id = matches.pattern[at] ?? 0;
      const end = matches.end[at] ?? 0;
      const start = end - (this.#matcher.patternLengths[id] ?? 0);
      if (splitsLatinWord(view, start, end)) continue;
      const span = spanOf(view, start, end);
      for (const phraseId of this.#idsByText[id] ?? []) {
        const phrase = this.#phrases[phraseId];
        if (phrase !== undefined) out.push({ start: span.start + offset, end: span.end + offset, phrase });
      }
    }
    return out;
  }
}

/**
 * The phrase that silences a finding, if any: one that covers a part the violation cannot do without. A brand name
 * that contains 分享 takes the action away; without it there is no induced sharing.
 */
export function allowedBy(finding: Finding, ranges: readonly AllowedRange[]): AllowPhrase | null {
  if (ranges.length === 0) return null;
  const parts: TextSpan[] = finding.parts.length === 0 ? [finding] : finding.parts.map((part) => part.span);
  for (const range of ranges) {
    if (range.phrase.category !== null && range.phrase.category !== finding.category) continue;
    if (parts.some((part) => range.start <= part.start && part.end <= range.end)) return range.phrase;
  }
  return null;
}
