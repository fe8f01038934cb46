import { replaceEmoji } from './emoji-words.ts';
import { isHan } from './unit-kinds.ts';
import { UnitSet } from './unit-set.ts';
import { copyUnit, copyUnits, createView, foldBits, push, type View } from './view.ts';

/** Characters and pairs by which wording is disguised; see LexiconTablesPack. */
export interface RewriteTables {
  /** `half * 65536 + half` → whole character. */
  splits: ReadonlyMap<number, number>;
  lookAlikes: ReadonlyMap<number, number>;
  /** The units that the maps speak about: most units need no look into them. */
  suspects: Suspects;
  /** Pairs of neighbours in the sensitive vocabulary. */
  pairs: ReadonlySet<number>;
}

/** What a unit may be: the first or second half of a split character, or a look-alike. */
interface Suspects {
  first: UnitSet;
  second: UnitSet;
  lookAlike: UnitSet;
}

/** The units that {@link RewriteTables.splits} and {@link RewriteTables.lookAlikes} speak about. */
export function suspectUnits(splits: ReadonlyMap<number, number>, lookAlikes: ReadonlyMap<number, number>): Suspects {
  const halves = [...splits.keys()];
  return {
    first: new UnitSet(halves.map((key) => Math.floor(key / 0x10000))),
    second: new UnitSet(halves.map((key) => key % 0x10000)),
    lookAlike: new UnitSet(lookAlikes.keys()),
  };
}

/** Units that words are made of beside 汉字: digits, letters and what stands for an address or a 口令; and marks. */
const kind = { word: 1, sentenceMark: 2 } as const;
const kinds = new Uint8Array(0x10000);
for (const [from, to] of [
  [0x30, 0x3a],
  [0x61, 0x7b],
  [0xe000, 0xe003],
] as const) {
  kinds.fill(kind.word, from, to);
}
for (const mark of '。，,!?;:、') kinds[mark.charCodeAt(0)] = kind.sentenceMark;

const unitsOf = (marks: string): ReadonlySet<number> => new Set(Array.from(marks, (mark) => mark.charCodeAt(0)));
const quotes = { opening: unitsOf('“「『《'), closing: unitsOf('”」』》') };

/** Runs of word units, first and end side by side; what lies between two of them is a gap. */
interface Segments {
  from: Int32Array;
  to: Int32Array;
  count: number;
}

function isWord(unit: number): boolean {
  return isHan(unit) || kinds[unit] === kind.word;
}

function segmentsOf({ units, length, memory }: View): Segments {
  const size = (length >>> 1) + 1;
  const out: Segments = { from: memory.int32(size), to: memory.int32(size), count: 0 };
  const { from, to } = out;
  let count = 0;
  let at = 0;
  while (at < length) {
    if (!isWord(units[at] ?? 0)) {
      at += 1;
      continue;
    }
    from[count] = at;
    while (at < length && isWord(units[at] ?? 0)) at += 1;
    to[count] = at;
    count += 1;
  }
  out.count = count;
  return out;
}

interface GapShape {
  isSpace: boolean;
  hasMark: boolean;
  hasNewline: boolean;
}

function shapeOf(view: View, from: number, to: number): GapShape {
  let isSpace = true;
  let hasMark = false;
  let hasNewline = false;
  for (let at = from; at < to; at += 1) {
    const unit = view.units[at] ?? 0;
    if (unit !== 32) isSpace = false;
    if (kinds[unit] === kind.sentenceMark) hasMark = true;
    if (unit === 10) hasNewline = true;
  }
  return { isSpace, hasMark, hasNewline };
}

/** Numbers, for each segment, how many one-unit segments stand in a row around it. */
function singleRuns(segments: Segments, view: View): Int32Array {
  const runs = view.memory.int32(segments.count);
  let at = 0;
  while (at < segments.count) {
    let to = at;
    let hasHan = false;
    while (to < segments.count && isSingle(segments, to) && (to === at || gapBefore(segments, to) <= 4)) {
      hasHan ||= isHan(view.units[segments.from[to] ?? 0] ?? 0);
      to += 1;
    }
    if (hasHan) runs.fill(to - at, at, to);
    at = Math.max(to, at + 1);
  }
  return runs;
}

function isSingle({ from, to }: Segments, index: number): boolean {
  return (to[index] ?? 0) - (from[index] ?? 0) === 1;
}

function gapBefore({ from, to }: Segments, index: number): number {
  return (from[index] ?? 0) - (to[index - 1] ?? 0);
}

/** Quotation marks around several units quote them (把“关注后领取”); around one they may disguise it (“转”“发”). */
function isQuotation({ units }: View, segments: Segments, index: number): boolean {
  const opens = quotes.opening.has(units[(segments.from[index] ?? 0) - 1] ?? 0);
  const closes = quotes.closing.has(units[segments.to[index - 1] ?? 0] ?? 0);
  return (opens && !isSingle(segments, index)) || (closes && !isSingle(segments, index - 1));
}

/** Whether a symbol before segment `index` cuts off a single unit. */
function standsByItself(view: View, segments: Segments, index: number): boolean {
  return (isSingle(segments, index - 1) || isSingle(segments, index)) && !isQuotation(view, segments, index);
}

/** Whether the gap before segment `index` falls away; `run` tells how many single units stand in a row around it. */
function closes(view: View, tables: RewriteTables, segments: Segments, index: number, run: number): boolean {
  const end = segments.to[index - 1] ?? 0;
  const start = segments.from[index] ?? 0;
  if (start - end > 4) return false;
  const gap = shapeOf(view, end, start);
  if (run >= 3 && (!gap.hasMark || run >= 4)) return true;
  if (gap.hasMark || gap.hasNewline) return false;
  const before = view.units[end - 1] ?? 0;
  const after = view.units[start] ?? 0;
  if (!isHan(before) || !isHan(after)) return false;
  if (!gap.isSpace && standsByItself(view, segments, index)) return true;
  return tables.pairs.has(before * 0x10000 + after);
}

/** Removes what was put between the characters of words: symbols, emoji, spaces, line breaks of vertical writing. */
function closeGaps(view: View, tables: RewriteTables): View {
  const segments = segmentsOf(view);
  const runs = singleRuns(segments, view);
  let out: View | null = null;
  let copied = 0;
  for (let index = 1; index < segments.count; index += 1) {
    const run = Math.min(runs[index - 1] ?? 0, runs[index] ?? 0);
    if (!closes(view, tables, segments, index, run)) continue;
    const end = segments.to[index - 1] ?? 0;
    const start = segments.from[index] ?? 0;
    out ??= createView(view.length, view.memory);
    copyUnits(view, copied, end, out);
    copyUnit(view, start, out, shapeOf(view, end, start).hasNewline ? foldBits.vertical : foldBits['inserted-symbol']);
    copied = start + 1;
  }
  if (out === null) return view;
  copyUnits(view, copied, view.length, out);
  return out;
}

function isDoubled(view: View, at: number): boolean {
  return isHan(view.units[at] ?? 0) && view.units[at] === view.units[at + 1];
}

/** What one unit (or two, for a split or doubled character) is mended to; null when it stays. */
function mendAt(view: View, at: number, tables: RewriteTables): { unit: number; width: 1 | 2; fold: number } | null {
  const unit = view.units[at] ?? 0;
  const isRunOfDoubles = isDoubled(view, at) && (isDoubled(view, at + 2) || (at >= 2 && isDoubled(view, at - 2)));
  if (isRunOfDoubles) return { unit, width: 2, fold: foldBits.repeated };
  const { first, second, lookAlike } = tables.suspects;
  const next = view.units[at + 1] ?? 0;
  const mayBeSplit = first.has(unit) && second.has(next);
  const whole = mayBeSplit ? tables.splits.get(unit * 0x10000 + next) : undefined;
  if (whole !== undefined) return { unit: whole, width: 2, fold: foldBits['split-character'] };
  const alike = lookAlike.has(unit) ? tables.lookAlikes.get(unit) : undefined;
  return alike === undefined ? null : { unit: alike, width: 1, fold: foldBits['look-alike'] };
}

/** The first unit from `from` on that may be mended: two halves, a look-alike or a doubled unit; else the length. */
function nextSuspect({ units, length }: View, from: number, { suspects }: RewriteTables): number {
  const { first, second, lookAlike } = suspects;
  let next = units[from] ?? 0;
  for (let at = from; at < length; at += 1) {
    const unit = next;
    next = at + 1 < length ? (units[at + 1] ?? 0) : 0;
    if (unit === next) return at;
    if (lookAlike.has(unit) || (first.has(unit) && second.has(next))) return at;
  }
  return length;
}

/** Joins split characters, maps look-alikes and removes doubling (转转发发领领). */
function mendCharacters(view: View, tables: RewriteTables): View {
  let out: View | null = null;
  let copied = 0;
  for (let at = nextSuspect(view, 0, tables); at < view.length; ) {
    const mended = mendAt(view, at, tables);
    const next = at + (mended?.width ?? 1);
    if (mended !== null) {
      out ??= createView(view.length, view.memory);
      copyUnits(view, copied, at, out);
      const end = view.end[next - 1] ?? 0;
      push(out, mended.unit, view.start[at] ?? 0, end, (view.folds[at] ?? 0) | mended.fold);
      copied = next;
    }
    at = nextSuspect(view, next, tables);
  }
  if (out === null) return view;
  copyUnits(view, copied, view.length, out);
  return out;
}

/**
 * The text as it reads once disguises are undone: emoji to words, gaps between the characters of a word closed, split
 * characters joined, look-alikes mapped. Every unit still knows its slice of the original.
 */
export function undoDisguise(view: View, tables: RewriteTables): View {
  // Halves that stand together are joined first: a whole character among gaps may close them.
  const joined = mendCharacters(replaceEmoji(view, tables.pairs), tables);
  const closed = closeGaps(joined, tables);
  return closed === joined ? joined : mendCharacters(closed, tables);
}
