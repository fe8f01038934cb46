import type { View } from './view.ts';

/** How strongly two places are separated: 1 comma, 2 semicolon or a line that goes on, 3 sentence or line end, 4 blank line. */
export type BoundaryLevel = 0 | 1 | 2 | 3 | 4;

/** For each level, the number of boundaries of at least that level before each unit, and for three where they are. */
export interface Boundaries {
  atLeast: readonly [Int32Array, Int32Array, Int32Array, Int32Array];
  places: readonly [number[], number[], number[]];
}

const levels = new Uint8Array(0x10000);
for (const unit of ',，、:：|→•~～—') levels[unit.charCodeAt(0)] = 1;
for (const unit of ';；') levels[unit.charCodeAt(0)] = 2;
for (const unit of '。！？!?…｡') levels[unit.charCodeAt(0)] = 3;
levels[10] = 3;
/** Openings with which a line goes on from the one before it. */
const continuation = new Set(Array.from('即就可才便能并后然立马凭截再也而且以享得还', (unit) => unit.charCodeAt(0)));

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

function newlineLevel(view: View, at: number): number {
  let next = at + 1;
  while (next < view.length && (view.units[next] === 32 || view.units[next] === 13)) next += 1;
  if (view.units[next] === 10) return 4;
  const before = at > 0 ? (view.units[at - 1] ?? 0) : 0;
  if (before === 10) return 3;
  const goesOn = continuation.has(view.units[next] ?? 0) && (levels[before] ?? 0) < 3;
  return goesOn ? 1 : 3;
}

function levelAt(view: View, at: number): number {
  const unit = view.units[at] ?? 0;
  if (unit === 10) return newlineLevel(view, at);
  const level = levels[unit] ?? 0;
  const joinsDigits = level === 1 && isDigit(view.units[at - 1] ?? 0) && isDigit(view.units[at + 1] ?? 0);
  return joinsDigits ? 0 : level;
}

/** Marks clause, sentence and paragraph boundaries of a view. */
export function findBoundaries(view: View): Boundaries {
  const size = view.length + 1;
  const { memory } = view;
  const counts = [memory.int32(size), memory.int32(size), memory.int32(size), memory.int32(size)] as const;
  const [first, second, third, fourth] = counts;
  const { units, length } = view;
  const places: Boundaries['places'] = [[], [], []];
  const [clauseEnds, partEnds, sentenceEnds] = places;
  let clauses = 0;
  let parts = 0;
  let sentences = 0;
  let paragraphs = 0;
  for (let at = 0; at < length; at += 1) {
    // Nearly every unit is no boundary at all.
    if (levels[units[at] ?? 0] !== 0) {
      const level = levelAt(view, at);
      if (level >= 1) clauses = clauseEnds.push(at);
      if (level >= 2) parts = partEnds.push(at);
      if (level >= 3) sentences = sentenceEnds.push(at);
      if (level >= 4) paragraphs += 1;
    }
    first[at + 1] = clauses;
    second[at + 1] = parts;
    third[at + 1] = sentences;
    fourth[at + 1] = paragraphs;
  }
  return { atLeast: counts, places };
}

/** True when a boundary stronger than `allowed` lies in units `[from, to)`. */
export function isSeparated(boundaries: Boundaries, from: number, to: number, allowed: BoundaryLevel): boolean {
  if (allowed === 4) return false;
  const counts = boundaries.atLeast[allowed];
  return (counts[to] ?? 0) !== (counts[from] ?? 0);
}

/** The sentence around unit `at` (level 3), as a half-open range of units. */
export function sentenceAround(
  boundaries: Boundaries,
  at: number,
  length: number,
  level: 1 | 2 | 3 = 3,
): { from: number; to: number } {
  const places = boundaries.places[level - 1] ?? [];
  const passed = boundaries.atLeast[level - 1]?.[at] ?? 0;
  const from = passed === 0 ? 0 : (places[passed - 1] ?? 0) + 1;
  return { from, to: Math.min(places[passed] ?? length, length) };
}
