import type { ScopeName } from '../packs/pack-types.ts';
import { isSeparated, sentenceAround } from '../text/boundaries.ts';
import { isHan } from '../text/unit-kinds.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import type { GrammarMatch } from './match.ts';
import type { SequenceContext } from './sequence.ts';

/** Classes the scopes read; the vocabulary defines them. */
const scopeClasses = {
  negator: 'NEG',
  needless: 'NEGNEED',
  negatedAfter: 'NEGAFTER',
  optionalAfter: 'OPTIONALAFTER',
  warning: 'WARN',
  warnedAfter: 'WARNAFTER',
  listWarning: 'WARNHEAD',
  mention: 'META',
  quoteUse: 'QUOTEUSE',
  spokenOf: 'SPOKENOF',
  struckOut: 'STRUCKOUT',
  question: 'QUESTION',
  debunk: 'ASKEDDOWN',
  report: 'REPORT',
} as const;

type ScopeClass = keyof typeof scopeClasses;
const scopeNames = Object.keys(scopeClasses) as ScopeClass[];

const negationReach = 3;
/** How far “不用” reaches over a list: 不用转发、集赞、拉人. */
const needlessReach = 16;
const warningReach = 40;
/** What each unit is to the scopes; every match looks at dozens. */
const kind = { quote: 1, clauseMark: 2, lineEnd: 4, questionMark: 8 } as const;
const kinds = new Uint8Array(0x10000);
for (const unit of '“”「」『』‘’""《》') kinds[unit.charCodeAt(0)] = kind.quote;
for (const unit of ',，。！？!?；;：:') kinds[unit.charCodeAt(0)] = kind.clauseMark;
for (const unit of '？?') kinds[unit.charCodeAt(0)] = kind.clauseMark | kind.questionMark;
kinds[10] = kind.clauseMark | kind.lineEnd;
const quoteReach = 24;
/** How close to a quotation stands what makes it a mention whatever follows: 去掉“分享解锁”弹窗, “转发保平安”这种东西. */
const besideQuote = 3;
/** How soon after its mark a question is answered that was asked to be denied. */
const answerReach = 14;
const listComma = '、'.charCodeAt(0);

function isA(unit: number | undefined, ofKind: number): boolean {
  return ((kinds[unit ?? 0] ?? 0) & ofKind) !== 0;
}

/** The sentence in which a match begins or ends, in units of the view. */
interface Sentence {
  from: number;
  to: number;
}

/** Decides whether a match is used or only mentioned: negated, warned of, quoted, asked about or reported. */
export class Scopes {
  private readonly context: SequenceContext;
  /** Ids of the classes that the vocabulary defines. Every match asks for most of them. */
  private readonly ids: Partial<Record<ScopeClass, number>> = {};
  /** Lines that warn of the list below them, once they are asked for. */
  private listWarnings: Int32Array | null = null;
  private readonly longestWord: number;

  constructor(context: SequenceContext, grammar: CompiledGrammar) {
    this.context = context;
    this.longestWord = grammar.matcher.longest;
    for (const name of scopeNames) {
      const id = grammar.classIds.get(scopeClasses[name]);
      if (id !== undefined) this.ids[name] = id;
    }
  }

  /** The first scope that exempts the match, or null. `ignored` scopes are not looked at. */
  exempts(match: GrammarMatch, ignored: ReadonlySet<ScopeName>): ScopeName | null {
    if (this.isNeedless(match)) return 'negation';
    if (!ignored.has('negation') && this.isNegated(match)) return 'negation';
    const { boundaries, length } = this.context;
    const head = sentenceAround(boundaries, match.start, length);
    const tail = sentenceAround(boundaries, Math.max(match.end - 1, match.start), length);
    if (!ignored.has('warning') && this.isWarnedOf(match, head, tail)) return 'warning';
    if (!ignored.has('quotation') && this.isQuoted(match)) return 'quotation';
    if (!ignored.has('question') && this.isAsked(match, tail)) return 'question';
    return !ignored.has('report') && this.isReported(head) ? 'report' : null;
  }

  /** The first word of a scope's class in `[from, to)` that `accepts` takes, -1 for none. */
  private find(name: ScopeClass, from: number, to: number, accepts?: (atom: number) => boolean): number {
    const id = this.ids[name];
    return id === undefined ? -1 : this.context.table.within(id, from, to, accepts);
  }

  private has(name: ScopeClass, from: number, to: number): boolean {
    return this.find(name, from, to) >= 0;
  }

  private isNegated(match: GrammarMatch): boolean {
    let hasAction = false;
    let hasHead = false;
    for (const part of match.parts) {
      hasAction ||= part.role === 'action';
      if (part.role !== 'action' && part.role !== 'claim') continue;
      hasHead = true;
      if (this.isBehindNegator(part)) return true;
    }
    if (!hasHead && this.isBehindNegator(match)) return true;
    return this.isNegatedAfter(match, 'negatedAfter') || (hasAction && this.isNegatedAfter(match, 'optionalAfter'));
  }

  private isBehindNegator(part: { start: number; end: number }): boolean {
    const { boundaries, table } = this.context;
    const { atoms } = table;
    const from = Math.max(0, part.start - negationReach - this.longestWord);
    const negator = this.find('negator', from, part.end - 1, (atom) => {
      const end = atoms.endOf(atom);
      // 无需 and 需下载 share a character.
      if (end > part.start) return atoms.startOf(atom) < part.start;
      return part.start - end <= negationReach && !isSeparated(boundaries, end, part.start, 0);
    });
    return negator >= 0;
  }

  /** A negation behind the match or between its words; what is part of one of its words (无效退款) is none. */
  private isNegatedAfter(match: GrammarMatch, name: 'negatedAfter' | 'optionalAfter'): boolean {
    const { boundaries, length, table } = this.context;
    const { atoms } = table;
    const to = Math.min(match.end + 10, length);
    // Mostly there is none, and nothing to compare with the words of the match.
    if (!this.has(name, match.start, to)) return false;
    const after = this.find(name, match.start, to, (atom) =>
      match.path.every((own) => atoms.startOf(atom) < atoms.startOf(own) || atoms.endOf(atom) > atoms.endOf(own)),
    );
    return after >= 0 && !isSeparated(boundaries, match.end, Math.max(atoms.startOf(after), match.end), 0);
  }

  private isWarnedOf(match: GrammarMatch, head: Sentence, tail: Sentence): boolean {
    if (this.has('warning', Math.max(head.from, match.start - warningReach), match.start)) return true;
    const end = Math.max(head.to, tail.to, Math.min(match.end + 1, this.context.length));
    if (this.has('warnedAfter', match.start, Math.min(end, match.end + warningReach))) return true;
    return this.isUnderWarningHead(match.start);
  }

  /** A line such as “以下行为属于违规：” covers the list below it, up to a blank line. */
  private isUnderWarningHead(at: number): boolean {
    const { boundaries, table } = this.context;
    const id = this.ids.listWarning;
    if (id === undefined) return false;
    this.listWarnings ??= table.of(id).filter((head) => table.isReal(head));
    for (const head of this.listWarnings) {
      const end = table.atoms.endOf(head);
      if (end <= at && !isSeparated(boundaries, end, at, 3)) return true;
    }
    return false;
  }

  /** “不用转发、集赞、拉人” says that nothing is asked for, whatever else the rule makes of negations. */
  private isNeedless(match: GrammarMatch): boolean {
    const { units } = this.context;
    const head = match.parts.find((part) => part.role === 'action')?.start ?? match.start;
    let from = head;
    while (from > 0 && head - from < needlessReach && !isA(units[from - 1], kind.clauseMark)) from -= 1;
    return this.has('needless', from, head);
  }

  /** The quotation marks around a stretch, or null when it does not stand between two of them on one line. */
  private quotesAround(stretch: Sentence): { open: number; close: number } | null {
    const { units, length } = this.context;
    const ends = kind.quote | kind.lineEnd;
    let open = stretch.from - 1;
    while (open >= 0 && stretch.from - open < quoteReach && !isA(units[open], ends)) open -= 1;
    if (!isA(units[open], kind.quote)) return null;
    let close = stretch.to;
    while (close < length && close - stretch.to < quoteReach && !isA(units[close], ends)) close += 1;
    return isA(units[close], kind.quote) ? { open, close } : null;
  }

  /** Where the first of the quotations begins that stand in a row before the one from `open` on: 别碰“根治”、“特效”. */
  private startOfQuotes(open: number): number {
    const { units } = this.context;
    let start = open;
    for (;;) {
      const end = units[start - 1] === listComma ? start - 2 : start - 1;
      if (!isA(units[end], kind.quote)) return start;
      let from = end - 1;
      while (from >= 0 && end - from < quoteReach && !isA(units[from], kind.quote | kind.lineEnd)) from -= 1;
      if (!isA(units[from], kind.quote)) return start;
      start = from;
    }
  }

  /** Whether a quotation is called something that is told of, or struck out. */
  private isSpokenOf({ open, close }: { open: number; close: number }): boolean {
    const { atoms } = this.context.table;
    const { length } = this.context;
    const list = this.startOfQuotes(open);
    return (
      this.find('struckOut', Math.max(0, list - 8), list, (atom) => list - atoms.endOf(atom) < besideQuote) >= 0 ||
      this.find('spokenOf', close + 1, Math.min(length, close + 10), (atom) => atoms.startOf(atom) === close + 1) >= 0
    );
  }

  /** Whether an end of a match, or what is to be done, stands inside quotes that are spoken of. */
  private isPartlySpokenOf({ start, end, path, parts }: GrammarMatch): boolean {
    const { atoms } = this.context.table;
    const first = { start, end: atoms.endOf(path[0] ?? 0) };
    const last = { start: atoms.startOf(path.at(-1) ?? 0), end };
    return [first, last, ...parts.filter((part) => part.role === 'action')].some((piece) => {
      const quotes = this.quotesAround({ from: piece.start, to: piece.end });
      return quotes !== null && this.isSpokenOf(quotes);
    });
  }

  /** A match inside one pair of quotes is only mentioned when the sentence goes on to speak about it. */
  private isQuoted(match: GrammarMatch): boolean {
    if (this.isPartlySpokenOf(match)) return true;
    const { units, boundaries, length } = this.context;
    const found = this.quotesAround({ from: match.start, to: match.end });
    if (found === null) return false;
    const { open, close } = found;
    const goesOn = isHan(units[close + 1] ?? 0) && isHan(units[close + 2] ?? 0);
    if (!this.has('quoteUse', close, Math.min(length, close + 8))) {
      if (goesOn || (isHan(units[open - 1] ?? 0) && isHan(units[open - 2] ?? 0))) return true;
    }
    const before = sentenceAround(boundaries, Math.max(open - 1, 0), length);
    const after = sentenceAround(boundaries, Math.min(close + 1, length), length);
    return (
      this.has('mention', Math.max(before.from, open - 16), open + 1) ||
      this.has('mention', close, Math.min(after.to, close + 16))
    );
  }

  private isAsked(match: GrammarMatch, tail: Sentence): boolean {
    const { length } = this.context;
    const end = Math.min(tail.to + 1, length);
    return this.has('question', Math.max(tail.from, match.start - 12), end) || this.isDebunked(tail.to);
  }

  /** “转发领养老钱？别信” asks only in order to answer. */
  private isDebunked(mark: number): boolean {
    const { units, length } = this.context;
    if (!isA(units[mark], kind.questionMark)) return false;
    return this.find('debunk', mark + 1, Math.min(length, mark + answerReach)) >= 0;
  }

  private isReported(head: Sentence): boolean {
    return this.has('report', head.from, Math.min(head.to + 1, this.context.length));
  }
}
