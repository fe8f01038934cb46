import type { ScopeName } from '../packs/pack-types.ts';
import { isSeparated, sentenceAround } from '../text/boundaries.ts';
import type { Atom } from './atoms.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import type { GrammarMatch } from './match.ts';
import type { SequenceContext } from './sequence.ts';

/** Classes the scopes read; the vocabulary defines them. */
const scopeClasses = {
  negator: 'NEG',
  negatedAfter: 'NEGAFTER',
  warning: 'WARN',
  warnedAfter: 'WARNAFTER',
  listWarning: 'WARNHEAD',
  mention: 'META',
  question: 'QUESTION',
  report: 'REPORT',
} as const;

const negationReach = 3;
const warningReach = 40;
const quotes = new Map(Array.from('“”「」『』‘’""《》').map((unit) => [unit.charCodeAt(0), unit]));

/** Decides whether a match is used or only mentioned: negated, warned of, quoted, asked about or reported. */
export class Scopes {
  private readonly context: SequenceContext;
  private readonly grammar: CompiledGrammar;

  constructor(context: SequenceContext, grammar: CompiledGrammar) {
    this.context = context;
    this.grammar = grammar;
  }

  /** The first scope that exempts the match, or null. `ignored` scopes are not looked at. */
  exempts(match: GrammarMatch, ignored: ReadonlySet<ScopeName>): ScopeName | null {
    if (!ignored.has('negation') && this.isNegated(match)) return 'negation';
    if (!ignored.has('warning') && this.isWarnedOf(match)) return 'warning';
    if (!ignored.has('quotation') && this.isQuoted(match)) return 'quotation';
    if (!ignored.has('question') && this.isAsked(match)) return 'question';
    return !ignored.has('report') && this.isReported(match) ? 'report' : null;
  }

  private atoms(name: keyof typeof scopeClasses): readonly Atom[] {
    const id = this.grammar.classIds.get(scopeClasses[name]);
    return id === undefined ? [] : this.context.atoms.of(id).filter((atom) => this.context.atoms.isReal(atom));
  }

  private find(name: keyof typeof scopeClasses, from: number, to: number): Atom | undefined {
    const id = this.grammar.classIds.get(scopeClasses[name]);
    return id === undefined ? undefined : this.context.atoms.within(id, from, to);
  }

  private isNegated(match: GrammarMatch): boolean {
    const { boundaries } = this.context;
    const touches = (part: { start: number }): boolean =>
      this.atoms('negator').some(
        (atom) =>
          atom.end <= part.start &&
          part.start - atom.end <= negationReach &&
          !isSeparated(boundaries, atom.end, part.start, 0),
      );
    const heads = match.parts.filter((part) => part.role === 'action' || part.role === 'claim');
    if ((heads.length > 0 ? heads : [match]).some(touches)) return true;
    const after = this.find('negatedAfter', match.start, Math.min(match.end + 10, this.context.length));
    return after !== undefined && !isSeparated(boundaries, match.end, Math.max(after.start, match.end), 0);
  }

  private isWarnedOf(match: GrammarMatch): boolean {
    const { boundaries, length } = this.context;
    const { from, to } = sentenceAround(boundaries, match.start, length);
    if (this.find('warning', Math.max(from, match.start - warningReach), match.start) !== undefined) return true;
    const end = Math.max(to, Math.min(match.end + 1, length));
    const tail = sentenceAround(boundaries, Math.max(match.end - 1, 0), length);
    if (this.find('warnedAfter', match.start, Math.min(Math.max(end, tail.to), match.end + warningReach)) !== undefined)
      return true;
    return this.isUnderWarningHead(match.start);
  }

  /** A line such as “以下行为属于违规：” covers the list below it, up to a blank line. */
  private isUnderWarningHead(at: number): boolean {
    const block = sentenceAround(this.context.boundaries, at, this.context.length, 3);
    return this.atoms('listWarning').some(
      (head) => head.end <= block.from + 1 && !isSeparated(this.context.boundaries, head.end, at, 3),
    );
  }

  private isQuoted(match: GrammarMatch): boolean {
    const { units, boundaries, length } = this.context;
    let open = match.start - 1;
    while (open >= 0 && match.start - open < 24 && !quotes.has(units[open] ?? 0) && units[open] !== 10) open -= 1;
    let close = match.end;
    while (close < length && close - match.end < 24 && !quotes.has(units[close] ?? 0) && units[close] !== 10)
      close += 1;
    if (!quotes.has(units[open] ?? 0) || !quotes.has(units[close] ?? 0)) return false;
    const before = sentenceAround(boundaries, Math.max(open - 1, 0), length);
    const after = sentenceAround(boundaries, Math.min(close + 1, length), length);
    return (
      this.find('mention', Math.max(before.from, open - 16), open + 1) !== undefined ||
      this.find('mention', close, Math.min(after.to, close + 16)) !== undefined
    );
  }

  private isAsked(match: GrammarMatch): boolean {
    const { boundaries, length } = this.context;
    const { from, to } = sentenceAround(boundaries, Math.max(match.end - 1, match.start), length);
    return this.find('question', Math.max(from, match.start - 12), Math.min(to + 1, length)) !== undefined;
  }

  private isReported(match: GrammarMatch): boolean {
    const { boundaries, length } = this.context;
    const { from, to } = sentenceAround(boundaries, match.start, length);
    return this.find('report', from, Math.min(to + 1, length)) !== undefined;
  }
}
