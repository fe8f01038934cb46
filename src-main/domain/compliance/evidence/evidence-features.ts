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

/** For each unit of a view: what it weighs, and where the same was seen before it (below 0 for nowhere in the view). */
interface Weighed {
  weight: Int16Array;
  before: Int32Array;
}

/** The characters of a view and its pairs of neighbours, each where it ends; nothing weighs where a run goes on. */
export interface GramWeights {
  single: Weighed;
  pair: Weighed;
}

/** Room for the weights of a view; grows as needed, for use again and again. */
export function createGramWeights(capacity = 0): GramWeights {
  const empty = (): Weighed => ({ weight: new Int16Array(capacity), before: new Int32Array(capacity) });
  return { single: empty(), pair: empty() };
}

function weighKey(table: KeyTable, key: number, place: number, base: number, { weight, before }: Weighed): void {
  const entry = table.find(key);
  const value = entry === 0 ? 0 : table.weightOf(entry);
  weight[place] = value;
  before[place] = value === 0 ? -1 : table.see(entry, base + place) - base;
}

/**
 * Looks up, once for a whole view, what the character at each unit and its pair with the one before weigh. `base` is
 * the place of the view's first unit, counted over all views: what was seen before it is not of this view.
 */
export function weighGrams(context: SequenceContext, table: KeyTable, base: number, out: GramWeights): void {
  const { length, units } = context;
  if (out.single.weight.length < length) Object.assign(out, createGramWeights(length * 2));
  const { single, pair } = out;
  let last = openMark;
  for (let at = 0; at < length; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    if (goesOn(last, unit)) {
      single.weight[at] = 0;
      pair.weight[at] = 0;
      continue;
    }
    weighKey(table, unit, at, base, single);
    weighKey(table, gramKey(last, unit), at, base, pair);
    last = unit;
  }
}

/**
 * Adds up what the characters and pairs of a window weigh, every one once, without its first character and without
 * what stands at its ends: those are for {@link sumOfEnds}.
 */
export function sumOfGrams({ units }: SequenceContext, { from, to }: EvidenceWindow, grams: GramWeights): number {
  const { weight: singles, before: singlesBefore } = grams.single;
  const { weight: pairs, before: pairsBefore } = grams.pair;
  const first = plainUnit(units[from] ?? 0);
  let sum = 0;
  for (let at = from + 1; at < to; at += 1) {
    const single = singles[at] ?? 0;
    if (single !== 0 && (singlesBefore[at] ?? 0) < from && plainUnit(units[at] ?? 0) !== first) sum += single;
    const pair = pairs[at] ?? 0;
    if (pair !== 0 && (pairsBefore[at] ?? 0) <= from) sum += pair;
  }
  return sum;
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
