import { copyUnit, createView, foldBits, push, type View } from './view.ts';

/** Characters and pairs by which wording is disguised; see LexiconTablesPack. */
export interface RewriteTables {
  /** `half * 65536 + half` → whole character. */
  splits: ReadonlyMap<number, number>;
  lookAlikes: ReadonlyMap<number, number>;
  /** 1 for every unit that starts a split or is a look-alike. */
  suspects: Uint8Array;
  /** Pairs of neighbours in the sensitive vocabulary. */
  pairs: ReadonlySet<number>;
}

const emojiWords = new Map<number, string>([
  [0x1f9e7, '红包'],
  [0x1f465, '群'],
  [0x1f193, '免费'],
  [0x1f501, '转发'],
  [0x1f504, '转发'],
  [0x2795, '加'],
  [0x1f4b0, '现金'],
  [0x1f4b5, '现金'],
  [0x1f4b4, '现金'],
  [0x1f381, '礼品'],
  [0x1f44d, '赞'],
  [0x1f52a, '砍'],
  [0x1f4f2, '下载'],
  [0x1f39f, '券'],
  [0x1f3ab, '券'],
  [0x1f4b2, '钱'],
  [0x1f517, '链接'],
  [0x24cb, 'v'],
  [0x2b55, '圈'],
  [0x1f4e5, '下载'],
  [0x2b07, '下载'],
  [0x1f46b, '好友'],
  [0x1f46d, '好友'],
  [0x1f46c, '好友'],
  [0x1f3b0, '抽奖'],
  [0x1f351, '淘'],
  [0x1f431, '猫'],
  [0x1f51d, '顶'],
  [0x1f947, '第一'],
  [0x1f250, '得'],
  [0x1f236, '有'],
  [0x1f4af, '100%'],
  [0x1f3c6, '冠军'],
  [0x1f4f1, '手机'],
  [0x1f4b3, '卡'],
  [0x21aa, '转发'],
  [0x2197, '转发'],
]);

/** Marks the units that {@link RewriteTables.splits} and {@link RewriteTables.lookAlikes} speak about. */
export function suspectUnits(splits: ReadonlyMap<number, number>, lookAlikes: ReadonlyMap<number, number>): Uint8Array {
  const out = new Uint8Array(0x10000);
  for (const key of splits.keys()) out[Math.floor(key / 0x10000)] = 1;
  for (const unit of lookAlikes.keys()) out[unit] = 1;
  return out;
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

function isWordUnit(unit: number): boolean {
  return (
    isHan(unit) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xe000 && unit <= 0xe002)
  );
}

function isSentenceMark(unit: number): boolean {
  return (
    unit === 0x3002 ||
    unit === 0xff0c ||
    unit === 0x2c ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x3001
  );
}

function codePointAt(view: View, at: number): number {
  const high = view.units[at] ?? 0;
  const low = view.units[at + 1] ?? 0;
  const isPair = high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
  return isPair ? (high - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000 : high;
}

/** First units of the emoji above. */
const emojiLeads = new Set([...emojiWords.keys()].map((code) => String.fromCodePoint(code).charCodeAt(0)));

function hasAny(view: View, wanted: (unit: number, at: number) => boolean): boolean {
  for (let at = 0; at < view.length; at += 1) if (wanted(view.units[at] ?? 0, at)) return true;
  return false;
}

/** Emoji that stand for a word become the word; other emoji stay. */
function replaceEmoji(view: View): View {
  if (!hasAny(view, (unit) => unit >= 0x2000 && (unit < 0x4e00 || unit > 0x9fff) && emojiLeads.has(unit))) return view;
  const out = createView(view.length);
  for (let at = 0; at < view.length; at += 1) {
    const code = codePointAt(view, at);
    const word = emojiWords.get(code);
    const width = code > 0xffff ? 2 : 1;
    if (word === undefined) {
      copyUnit(view, at, out);
      continue;
    }
    const start = view.start[at] ?? 0;
    const end = view.end[at + width - 1] ?? start + width;
    for (const unit of word) push(out, unit.charCodeAt(0), start, end, foldBits.emoji);
    at += width - 1;
  }
  return out;
}

interface Segment {
  from: number;
  to: number;
}

/** Runs of word units; what lies between two segments is the gap. */
function segmentsOf(view: View): Segment[] {
  const out: Segment[] = [];
  let at = 0;
  while (at < view.length) {
    if (!isWordUnit(view.units[at] ?? 0)) {
      at += 1;
      continue;
    }
    const from = at;
    while (at < view.length && isWordUnit(view.units[at] ?? 0)) at += 1;
    out.push({ from, to: at });
  }
  return out;
}

interface GapShape {
  length: number;
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
    if (isSentenceMark(unit)) hasMark = true;
    if (unit === 10) hasNewline = true;
  }
  return { length: to - from, isSpace, hasMark, hasNewline };
}

/** Numbers, for each segment, how many one-unit segments stand in a row around it. */
function singleRuns(segments: readonly Segment[], view: View): Int32Array {
  const runs = new Int32Array(segments.length);
  let at = 0;
  while (at < segments.length) {
    let to = at;
    while (to < segments.length && isSingle(segments[to]) && (to === at || gapBefore(segments, to) <= 4)) to += 1;
    const isHanRun = segments.slice(at, to).some((segment) => isHan(view.units[segment.from] ?? 0));
    for (let index = at; index < to; index += 1) runs[index] = isHanRun ? to - at : 0;
    at = Math.max(to, at + 1);
  }
  return runs;
}

function isSingle(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.to - segment.from === 1;
}

function gapBefore(segments: readonly Segment[], index: number): number {
  return (segments[index]?.from ?? 0) - (segments[index - 1]?.to ?? 0);
}

function closes(view: View, tables: RewriteTables, pair: { left: Segment; right: Segment; run: number }): boolean {
  const { left, right, run } = pair;
  const gap = shapeOf(view, left.to, right.from);
  if (gap.length > 4) return false;
  if (run >= 3 && (!gap.hasMark || run >= 4)) return true;
  if (gap.hasMark || gap.hasNewline) return false;
  const before = view.units[left.to - 1] ?? 0;
  const after = view.units[right.from] ?? 0;
  if (!isHan(before) || !isHan(after)) return false;
  if (!gap.isSpace && (isSingle(left) || isSingle(right))) return true;
  return tables.pairs.has(before * 0x10000 + after);
}

/** Removes what was put between the characters of words: symbols, emoji, spaces, line breaks of vertical writing. */
function closeGaps(view: View, tables: RewriteTables): View {
  const segments = segmentsOf(view);
  const runs = singleRuns(segments, view);
  let out: View | null = null;
  let copied = 0;
  for (let index = 1; index < segments.length; index += 1) {
    const left = segments[index - 1];
    const right = segments[index];
    if (left === undefined || right === undefined) continue;
    const run = Math.min(runs[index - 1] ?? 0, runs[index] ?? 0);
    if (!closes(view, tables, { left, right, run })) continue;
    out ??= createView(view.length);
    for (; copied < left.to; copied += 1) copyUnit(view, copied, out);
    const bit = shapeOf(view, left.to, right.from).hasNewline ? foldBits.vertical : foldBits['inserted-symbol'];
    copyUnit(view, right.from, out, bit);
    copied = right.from + 1;
  }
  if (out === null) return view;
  for (; copied < view.length; copied += 1) copyUnit(view, copied, out);
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
  if (tables.suspects[unit] !== 1) return null;
  const whole = tables.splits.get(unit * 0x10000 + (view.units[at + 1] ?? 0));
  if (whole !== undefined) return { unit: whole, width: 2, fold: foldBits['split-character'] };
  const alike = tables.lookAlikes.get(unit);
  return alike === undefined ? null : { unit: alike, width: 1, fold: foldBits['look-alike'] };
}

/** Joins split characters, maps look-alikes and removes doubling (转转发发领领). */
function mendCharacters(view: View, tables: RewriteTables): View {
  let first = 0;
  while (first < view.length && mendAt(view, first, tables) === null) first += 1;
  if (first === view.length) return view;
  const out = createView(view.length);
  for (let at = 0; at < first; at += 1) copyUnit(view, at, out);
  for (let at = first; at < view.length; at += 1) {
    const mended = mendAt(view, at, tables);
    if (mended === null) {
      copyUnit(view, at, out);
      continue;
    }
    const end = view.end[at + mended.width - 1] ?? 0;
    push(out, mended.unit, view.start[at] ?? 0, end, (view.folds[at] ?? 0) | mended.fold);
    at += mended.width - 1;
  }
  return out;
}

/**
 * The text as it reads once disguises are undone: emoji to words, gaps between the characters of a word closed, split
 * characters joined, look-alikes mapped. Every unit still knows its slice of the original.
 */
export function undoDisguise(view: View, tables: RewriteTables): View {
  // Halves that stand together are joined first: a whole character among gaps may close them.
  const joined = mendCharacters(replaceEmoji(view), tables);
  const closed = closeGaps(joined, tables);
  return closed === joined ? joined : mendCharacters(closed, tables);
}
