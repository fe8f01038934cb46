import { endOfRun, startOfRun } from '../grammar/class-runs.ts';
import type { SequenceContext } from '../grammar/sequence.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

export const openMark = 1;
export const closeMark = 2;
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

/** A unit as windows see it: all digits are one, all blanks are spaces. */
export function plainUnit(unit: number): number {
  if (unit >= digit && unit <= 0x39) return digit;
  return unit === 10 || unit === 13 || unit === 9 ? space : unit;
}

/**
 * Visits what speaks for or against a window, as often as it is there: its characters, its pairs of neighbours and the
 * classes of the words that begin there. `classIds` are those of `ClassRuns`.
 */
export function visitEvidence(
  { table: { atoms }, units }: SequenceContext,
  window: EvidenceWindow,
  classIds: Uint16Array,
  visit: (key: number) => void,
): void {
  let last = openMark;
  for (let at = window.from; at < window.to; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    visit(unit);
    visit(gramKey(last, unit));
    last = unit;
  }
  visit(gramKey(last, closeMark));
  for (let atom = 0; atom < atoms.length; atom += 1) {
    const start = atoms.startOf(atom);
    if (start < window.from || start >= window.to) continue;
    const run = atoms.classes[atom] ?? 0;
    for (let at = startOfRun(run); at < endOfRun(run); at += 1) visit(classKey(classIds[at] ?? 0));
  }
}
