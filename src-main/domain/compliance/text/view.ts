import type { TextSpan } from '../finding.ts';
import { ownArrays, type Memory } from './memory.ts';

/** Why a unit of a view differs from the original. Bit values: a view keeps the union per unit. */
export const foldBits = {
  invisible: 1,
  'full-width': 2,
  traditional: 4,
  styled: 8,
  homoglyph: 16,
  entity: 32,
  'inserted-symbol': 64,
  emoji: 128,
  'split-character': 256,
  homophone: 512,
  initials: 1024,
  reversed: 2048,
  vertical: 4096,
  pinyin: 8192,
  'look-alike': 16384,
  repeated: 32768,
} as const;

export type FoldName = keyof typeof foldBits;

const foldNames = Object.entries(foldBits) as [FoldName, number][];

/** Names of the folds in a bit set, in the order of {@link foldBits}. */
export function namesOfFolds(bits: number): FoldName[] {
  if (bits === 0) return [];
  return foldNames.filter(([, bit]) => (bits & bit) !== 0).map(([name]) => name);
}

/**
 * A text as the matcher sees it. Unit `i` stands for `original.slice(start[i], end[i])`; several units may stand for
 * the same slice (1 → n) and one unit for a longer slice (n → 1), so any run of units maps back exactly.
 */
export interface View {
  units: Uint16Array;
  start: Int32Array;
  end: Int32Array;
  folds: Uint16Array;
  length: number;
  /** Where its arrays come from, and those of views made from it. */
  memory: Memory;
}

/** An empty view with room for `capacity` units. */
export function createView(capacity: number, memory: Memory = ownArrays): View {
  return {
    units: memory.uint16(capacity),
    start: memory.int32(capacity),
    end: memory.int32(capacity),
    folds: memory.uint16(capacity),
    length: 0,
    memory,
  };
}

/** Makes room for `capacity` units, keeping what is there. */
export function reserve(view: View, capacity: number): void {
  if (capacity <= view.units.length) return;
  const grown = createView(Math.max(capacity, view.units.length * 2), view.memory);
  grown.units.set(view.units);
  grown.start.set(view.start);
  grown.end.set(view.end);
  grown.folds.set(view.folds);
  view.units = grown.units;
  view.start = grown.start;
  view.end = grown.end;
  view.folds = grown.folds;
}

/** The unit at a place, 0 before and behind the view: reading past an array is slow, and slows what reads it from then on. */
export function unitAt({ units, length }: Pick<View, 'units' | 'length'>, at: number): number {
  return at >= 0 && at < length ? (units[at] ?? 0) : 0;
}

/** Appends one unit. */
export function push(view: View, unit: number, start: number, end: number, folds: number): void {
  const at = view.length;
  if (at >= view.units.length) reserve(view, at + 1);
  view.units[at] = unit;
  view.start[at] = start;
  view.end[at] = end;
  view.folds[at] = folds;
  view.length = at + 1;
}

/** Appends unit `at` of `from`, adding `folds` to what it already went through. */
export function copyUnit(from: View, at: number, to: View, folds = 0): void {
  push(to, from.units[at] ?? 0, from.start[at] ?? 0, from.end[at] ?? 0, (from.folds[at] ?? 0) | folds);
}

/** From so many units on copying arrays as a whole is quicker than unit by unit. */
const longRun = 64;

/** Appends units `[begin, stop)` of `from` as they are. */
export function copyUnits(from: View, begin: number, stop: number, to: View): void {
  reserve(to, to.length + stop - begin);
  const { units, start, end, folds } = to;
  let out = to.length;
  if (stop - begin >= longRun) {
    units.set(from.units.subarray(begin, stop), out);
    start.set(from.start.subarray(begin, stop), out);
    end.set(from.end.subarray(begin, stop), out);
    folds.set(from.folds.subarray(begin, stop), out);
    to.length = out + stop - begin;
    return;
  }
  for (let at = begin; at < stop; at += 1) {
    units[out] = from.units[at] ?? 0;
    start[out] = from.start[at] ?? 0;
    end[out] = from.end[at] ?? 0;
    folds[out] = from.folds[at] ?? 0;
    out += 1;
  }
  to.length = out;
}

/** The slice of the original that units `[from, to)` stand for. Handles views that run backwards. */
export function spanOf(view: View, from: number, to: number): TextSpan {
  let start = view.start[from] ?? 0;
  let end = view.end[from] ?? 0;
  for (let at = from + 1; at < to; at += 1) {
    start = Math.min(start, view.start[at] ?? start);
    end = Math.max(end, view.end[at] ?? end);
  }
  return { start, end };
}

/** Union of the folds of units `[from, to)`. */
export function foldsOf(view: View, from: number, to: number): number {
  let bits = 0;
  for (let at = from; at < to; at += 1) bits |= view.folds[at] ?? 0;
  return bits;
}

/** The folded text of units `[from, to)`. */
export function textOf(view: View, from = 0, to = view.length): string {
  let out = '';
  if (to - from <= 16) {
    for (let at = from; at < to; at += 1) out += String.fromCharCode(view.units[at] ?? 0);
    return out;
  }
  for (let at = from; at < to; at += 4096) {
    out += String.fromCharCode(...view.units.subarray(at, Math.min(at + 4096, to)));
  }
  return out;
}

/** Records folds on units `[from, to)`. */
export function markFolds(view: View, from: number, to: number, bits: number): void {
  for (let at = from; at < to; at += 1) view.folds[at] = (view.folds[at] ?? 0) | bits;
}
