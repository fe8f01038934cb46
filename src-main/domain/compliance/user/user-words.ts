import type { Finding } from '../finding.ts';
import { splitsLatinWord } from '../grammar/find-atoms.ts';
import { PatternScanner } from '../match/pattern-scanner.ts';
import { createMatchList } from '../match/match-list.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { foldText } from '../text/fold.ts';
import { foldsOf, namesOfFolds, spanOf, textOf, type View } from '../text/view.ts';
import { compileCustomPattern, type CustomPattern } from './custom-pattern.ts';
import { isInForce, type UserWord } from './user-types.ts';

/** User words compiled for one day. */
export class UserWords {
  readonly #words: UserWord[];
  readonly #matcher: PatternScanner;
  readonly #patterns: { entry: UserWord; pattern: CustomPattern }[] = [];

  readonly #plainNote: string;

  /**
   * Entries that are out of date or whose pattern is refused are left out; validate before storing them.
   * @param plainNote what a finding says whose entry carries no note
   */
  constructor(entries: readonly UserWord[], asOf: string, table: FoldTable, plainNote: string) {
    this.#plainNote = plainNote;
    const active = entries.filter((entry) => isInForce(entry, asOf));
    const byText = new Map<string, UserWord>();
    for (const entry of active) {
      if (entry.kind === 'word') {
        const text = textOf(foldText(entry.text, table));
        if (text !== '') byText.set(text, entry);
        continue;
      }
      const pattern = compileCustomPattern(entry.text);
      if (typeof pattern !== 'string') this.#patterns.push({ entry, pattern });
    }
    this.#words = [...byText.values()];
    this.#matcher = PatternScanner.of([...byText.keys()]);
  }

  get isEmpty(): boolean {
    return this.#words.length === 0 && this.#patterns.length === 0;
  }

  /** Findings of words in a folded view and of patterns in the text itself. `offset` is where the view's text begins. */
  find(text: string, view: View, offset: number): Finding[] {
    const matches = createMatchList(16);
    this.#matcher.scan(view.units, 0, view.length, matches);
    const out: Finding[] = [];
    for (let at = 0; at < matches.length; at += 1) {
      const id = matches.pattern[at] ?? 0;
      const entry = this.#words[id];
      if (entry === undefined) continue;
      const end = matches.end[at] ?? 0;
      const start = end - (this.#matcher.patternLengths[id] ?? 0);
      if (splitsLatinWord(view, start, end)) continue;
      const span = spanOf(view, start, end);
      out.push(
        this.#toFinding(
          entry,
          text,
          { start: span.start + offset, end: span.end + offset },
          namesOfFolds(foldsOf(view, start, end)),
        ),
      );
    }
    return out;
  }

  /** Findings of the user's patterns, on the text as written. */
  findPatterns(text: string): Finding[] {
    return this.#patterns.flatMap(({ entry, pattern }) =>
      pattern.find(text).map((span) => this.#toFinding(entry, text, span, [])),
    );
  }

  #toFinding(entry: UserWord, text: string, span: { start: number; end: number }, folds: string[]): Finding {
    return {
      rule: `user.${entry.text}`,
      category: entry.category,
      severity: entry.severity,
      ...span,
      text: text.slice(span.start, span.end),
      parts: [{ role: 'claim', span }],
      folds,
      explanation: entry.note === '' ? this.#plainNote : entry.note,
      basis: { pack: 'user', clause: '', title: '', source: [], effectiveFrom: '', confidence: 'high' },
      suggestions: [],
      clearedBy: null,
    };
  }
}
