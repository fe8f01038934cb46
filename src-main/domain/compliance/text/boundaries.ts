import { isDigit, isHan } from './unit-kinds.ts';
import { unitAt, type View } from './view.ts';

/** How strongly two places are separated: 1 comma, 2 semicolon or a line that goes on, 3 sentence or line end, 4 blank line. */
export type BoundaryLevel = 0 | 1 | 2 | 3 | 4;

/** Where a view is separated. */
export interface Boundaries {
  /** For each unit, how many boundaries stand before it. */
  before: Int32Array;
  /** For so many boundaries passed, how many of them are stronger than level 1, 2 and 3. */
  stronger: readonly [number[], number[], number[]];
  /** Where the boundaries of at least level 1, 2 and 3 are. */
  places: readonly [number[], number[], number[]];
}

const levels = new Uint8Array(0x10000);
for (const unit of ',，、:：|→•~～—') levels[unit.charCodeAt(0)] = 1;
for (const unit of ';；') levels[unit.charCodeAt(0)] = 2;
for (const unit of '。！？!?…｡') levels[unit.charCodeAt(0)] = 3;
levels[10] = 3;
/** Openings with which a line goes on from the one before it. */
const continuation = new Set(Array.from('即就可才便能并后然立马凭截再也而且以享得还', (unit) => unit.charCodeAt(0)));

function newlineLevel(view: View, at: number): number {
  let next = at + 1;
  while (unitAt(view, next) === 32 || unitAt(view, next) === 13) next += 1;
  if (unitAt(view, next) === 10) return 4;
  const before = unitAt(view, at - 1);
  if (before === 10) return 3;
  const goesOn = continuation.has(unitAt(view, next)) && (levels[before] ?? 0) < 3;
  return goesOn ? 1 : 3;
}

function levelAt(view: View, at: number): number {
  const unit = view.units[at] ?? 0;
  if (unit === 10) return newlineLevel(view, at);
  const level = levels[unit] ?? 0;
  const joinsDigits = level === 1 && isDigit(unitAt(view, at - 1)) && isDigit(unitAt(view, at + 1));
  return joinsDigits ? 0 : level;
}

/** Marks clause, sentence and paragraph boundaries of a view. */
export function findBoundaries(view: View): Boundaries {
  const { units, length, memory } = view;
  const before = memory.int32(length + 1);
  const places: Boundaries['places'] = [[], [], []];
  const stronger: Boundaries['stronger'] = [[0], [0], [0]];
  const [clauseEnds, partEnds, sentenceEnds] = places;
  const [parts, sentences, paragraphs] = stronger;
  let passed = 0;
  let blankLines = 0;
  for (let at = 0; at < length; at += 1) {
    // Nearly every unit is no boundary at all.
    const unit = units[at] ?? 0;
    const level = isHan(unit) || levels[unit] === 0 ? 0 : levelAt(view, at);
    if (level > 0) {
      passed = clauseEnds.push(at);
      if (level > 1) partEnds.push(at);
      if (level > 2) sentenceEnds.push(at);
      if (level > 3) blankLines += 1;
      parts.push(partEnds.length);
      sentences.push(sentenceEnds.length);
      paragraphs.push(blankLines);
    }
    before[at + 1] = passed;
  }
  return { before, stronger, places };
}

/** How many boundaries of at least `level` stand before unit `at`. */
export function boundariesBefore({ before, stronger }: Boundaries, level: 1 | 2 | 3, at: number): number {
  const passed = before[at] ?? 0;
  return level === 1 ? passed : (stronger[level - 2]?.[passed] ?? 0);
}

/** True when a boundary stronger than `allowed` lies in units `[from, to)`. */
export function isSeparated(
  { before, stronger }: Boundaries,
  from: number,
  to: number,
  allowed: BoundaryLevel,
): boolean {
  const first = before[from] ?? 0;
  const last = before[to] ?? 0;
  if (allowed === 0 || allowed === 4 || first === last) return allowed !== 4 && first !== last;
  const counts = stronger[allowed - 1];
  return counts?.[first] !== counts?.[last];
}

/** The sentence around unit `at` (level 3), as a half-open range of units. */
export function sentenceAround(
  boundaries: Boundaries,
  at: number,
  length: number,
  level: 1 | 2 | 3 = 3,
): { from: number; to: number } {
  const places = boundaries.places[level - 1] ?? [];
  const passed = boundariesBefore(boundaries, level, at);
  const from = passed === 0 ? 0 : (places[passed - 1] ?? 0) + 1;
  return { from, to: Math.min(places[passed] ?? length, length) };
}
