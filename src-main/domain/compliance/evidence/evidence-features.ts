import type { SequenceContext } from '../grammar/sequence.ts';
import { isSeparated } from '../text/boundaries.ts';
import type { KeyTable } from './key-table.ts';

/** A stretch of a view that is weighed as one, in units. */
export interface EvidenceWindow {
  from: number;
  to: number;
}

/** Longer texts are weighed in windows of whole sentences, each starting about in the middle of the one before. */
const longestWindow = 100;
const shortestStep = 45;

const openMark = 1;
const closeMark = 2;
const classMark = 3;
const digit = 0x30;
const space = 0x20;

/** Key of one character (left = 0) or of two that follow each other. */
export function gramKey(left: number, right: number): number {
  return (left << 16) | right;
}

/** Key of “a word of this class is there”. */
export function classKey(id: number): number {
  return gramKey(classMark, id);
}

/** Reads a gram as the data file writes it: `^` and `$` are the ends of a window, `_` is a space. */
export function keyOfGram(gram: string): number {
  const unitOf = (at: number): number => {
    const mark = gram[at] ?? '';
    if (mark === '^') return openMark;
    if (mark === '$') return closeMark;
    return mark === '_' ? space : gram.charCodeAt(at);
  };
  return gram.length === 1 ? unitOf(0) : gramKey(unitOf(0), unitOf(1));
}

/** Inverse of {@link keyOfGram}; null for grams that the data file cannot hold. */
export function gramOfKey(key: number): string | null {
  const write = (unit: number): string | null => {
    if (unit === openMark) return '^';
    if (unit === closeMark) return '$';
    if (unit === space) return '_';
    const isWritten =
      unit > space && unit !== 0x5e && unit !== 0x24 && unit !== 0x5f && (unit < 0xd800 || unit > 0xf8ff);
    return isWritten ? String.fromCharCode(unit) : null;
  };
  const [left, right] = [key >>> 16, key & 0xffff];
  const second = write(right);
  if (left === 0) return second;
  const first = write(left);
  return first === null || second === null ? null : first + second;
}

function lastBreak(context: SequenceContext, from: number, to: number): number {
  for (const level of [2, 0] as const) {
    for (let at = to; at > from; at -= 1) if (isSeparated(context.boundaries, at - 1, at, level)) return at;
  }
  return to;
}

/** Cuts a view into overlapping windows at sentence ends, else at commas, else anywhere. */
export function evidenceWindows(context: SequenceContext): EvidenceWindow[] {
  const out: EvidenceWindow[] = [];
  let from = 0;
  while (from < context.length) {
    if (context.length - from <= longestWindow) {
      out.push({ from, to: context.length });
      break;
    }
    const to = lastBreak(context, from + shortestStep, from + longestWindow);
    out.push({ from, to });
    from = lastBreak(context, from, Math.min(from + shortestStep, to));
  }
  return out;
}

function plainUnit(unit: number): number {
  if (unit >= digit && unit <= 0x39) return digit;
  return unit === 10 || unit === 13 || unit === 9 ? space : unit;
}

/** Characters and pairs that run on from the one before: a run of digits, or of spaces, counts as one. */
function goesOn(last: number, unit: number): boolean {
  return unit === last && (unit === digit || unit === space);
}

/**
 * Adds up what the characters and pairs of windows weigh, every one once, without a window's first character and
 * without what stands at its ends: those are for {@link sumOfEnds}. Each is looked up once for all windows it is in.
 */
class GramSums {
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly first: Int32Array;
  private readonly sums: Float64Array;
  /** Windows begin and end in order: those around a place stand together, from `open` to before `close`. */
  private open = 0;
  private close = 0;

  constructor(windows: readonly EvidenceWindow[], units: Uint16Array, sums: Float64Array) {
    this.from = Int32Array.from(windows, (window) => window.from);
    this.to = Int32Array.from(windows, (window) => window.to);
    this.first = this.from.map((at) => plainUnit(units[at] ?? 0));
    this.sums = sums;
  }

  /** Goes on to the windows around `at`, a place behind the one before. */
  moveTo(at: number): void {
    const { from, to } = this;
    while (this.close < from.length && (from[this.close] ?? 0) < at) this.close += 1;
    while (this.open < this.close && (to[this.open] ?? 0) <= at) this.open += 1;
  }

  /** Adds a character that stood at `before` before (below 0 for nowhere in the view). */
  addSingle(unit: number, weight: number, before: number): void {
    const { from, first, sums } = this;
    for (let index = this.open; index < this.close; index += 1) {
      if (before < (from[index] ?? 0) && unit !== first[index]) sums[index] = (sums[index] ?? 0) + weight;
    }
  }

  /** Adds a pair that ended at `before` before. */
  addPair(weight: number, before: number): void {
    const { from, sums } = this;
    for (let index = this.open; index < this.close; index += 1) {
      if (before <= (from[index] ?? 0)) sums[index] = (sums[index] ?? 0) + weight;
    }
  }
}

/**
 * Adds to `sums` what the characters and pairs of each window weigh. `base` is the place of the view's first unit,
 * counted over all views: what was seen before it is not of this view.
 */
export function addGrams(
  { length, units }: SequenceContext,
  windows: readonly EvidenceWindow[],
  sums: Float64Array,
  { table, base }: { table: KeyTable; base: number },
): void {
  const out = new GramSums(windows, units, sums);
  let last = openMark;
  for (let at = 0; at < length; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    if (goesOn(last, unit)) continue;
    const entry = table.find(gramKey(last, unit));
    const single = table.weightOf(unit);
    const pair = table.weightOf(entry);
    last = unit;
    if (single === 0 && pair === 0) continue;
    out.moveTo(at);
    if (single !== 0) out.addSingle(unit, single, table.see(unit, base + at) - base);
    if (pair !== 0) out.addPair(pair, table.see(entry, base + at) - base);
  }
}

/** Adds up what a window has at its ends only: its first character, as one and as its opening, and its closing. */
export function sumOfEnds({ units }: SequenceContext, { from, to }: EvidenceWindow, table: KeyTable): number {
  const first = plainUnit(units[from] ?? 0);
  const closing = gramKey(plainUnit(units[to - 1] ?? 0), closeMark);
  return (
    table.weightOf(table.find(first)) +
    table.weightOf(table.find(gramKey(openMark, first))) +
    table.weightOf(table.find(closing))
  );
}

/**
 * Visits what speaks for or against a window: its characters, its pairs of neighbours (runs of digits and of spaces
 * count as one) and the classes of words found there. `at` is where a character or pair ends, -1 for classes.
 */
export function visitEvidence(
  context: SequenceContext,
  window: EvidenceWindow,
  classIds: readonly number[],
  visit: (key: number, at: number) => void,
): void {
  let last = openMark;
  for (let at = window.from; at < window.to; at += 1) {
    const unit = plainUnit(context.units[at] ?? 0);
    if (goesOn(last, unit)) continue;
    visit(unit, at);
    visit(gramKey(last, unit), at);
    last = unit;
  }
  visit(gramKey(last, closeMark), window.to - 1);
  for (const id of classIds) {
    if (context.table.hasWithin(id, window.from, window.to)) visit(classKey(id), -1);
  }
}
