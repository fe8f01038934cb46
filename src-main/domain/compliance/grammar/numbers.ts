import { isDigit } from '../text/unit-kinds.ts';
import { UnitSet } from '../text/unit-set.ts';
import { unitAt, type View } from '../text/view.ts';

/** A number with its unit. `MONEY` in yuan, `PERCENT` in percent, `SPAN` a length of time, `COUNT` things, `PERSONS` people, `DISCOUNT` 折. */
export interface NumberAtom {
  className: 'NUM' | 'MONEY' | 'PERCENT' | 'SPAN' | 'COUNT' | 'PERSONS' | 'DISCOUNT';
  start: number;
  end: number;
  value: number;
}

/** What 汉字 add to a number: a digit its value + 1, a scale its value below zero, all others 0. */
const numerals = new Int32Array(0x10000);
/** 1 for every unit a number may begin with. */
const starts = new UnitSet(Array.from('0123456789', (digit) => digit.charCodeAt(0)));
function addNumeral(character: string, numeral: number): void {
  numerals[character.charCodeAt(0)] = numeral;
  starts.add(character.charCodeAt(0));
}
Array.from('零一二三四五六七八九').forEach((digit, value) => addNumeral(digit, value + 1));
// Of the numerals on cheques, those that begin no everyday word (伍 队伍, 陆 大陆, 拾 收拾 do).
const furtherDigits = { 两: 2, 〇: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 柒: 7, 捌: 8, 玖: 9 };
for (const [digit, value] of Object.entries(furtherDigits)) addNumeral(digit, value + 1);
/** Some, several. */
const vague = 3;
for (const unit of '几数') addNumeral(unit, vague + 1);
for (const [unit, scale] of Object.entries({ 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 })) {
  addNumeral(unit, -scale);
}
const moneySigns = new Set(Array.from('¥￥$').map((unit) => unit.charCodeAt(0)));

/** Digits up to which numbers add up without rounding; a point costs one rounding, as in reading the text. */
const mostExactDigits = 15;

interface Scanned {
  end: number;
  value: number;
}

function scanDigits(view: View, from: number): Scanned {
  const { units, length } = view;
  let at = from;
  let whole = 0;
  let points = 0;
  let scale = 1;
  while (at < length) {
    const unit = units[at] ?? 0;
    if (isDigit(unit)) {
      whole = whole * 10 + (unit - 0x30);
      if (points > 0) scale *= 10;
    } else if ((unit === 0x2e || unit === 0x2c) && isDigit(unitAt(view, at + 1))) points += unit === 0x2e ? 1 : 0;
    else break;
    at += 1;
  }
  if (points <= 1 && at - from <= mostExactDigits) return { end: at, value: whole / scale };
  const text = Array.from(units.subarray(from, at), (unit) => (unit === 0x2c ? '' : String.fromCharCode(unit)));
  return { end: at, value: Number.parseFloat(text.join('')) };
}

function scanHan({ units, length }: View, from: number): Scanned {
  let at = from;
  let total = 0;
  let current = 0;
  while (at < length && at - from < 12) {
    const numeral = numerals[units[at] ?? 0] ?? 0;
    if (numeral === 0) break;
    if (numeral > 0) current = numeral - 1;
    else if (numeral <= -10_000) {
      total = Math.max(total + current, 1) * -numeral;
      current = 0;
    } else {
      total += Math.max(current, 1) * -numeral;
      current = 0;
    }
    at += 1;
  }
  return { end: at, value: total + current };
}

function withScale(view: View, scanned: Scanned): Scanned {
  const unit = unitAt(view, scanned.end);
  if (unit === 'w'.charCodeAt(0) || unit === 'k'.charCodeAt(0)) {
    const next = unitAt(view, scanned.end + 1);
    const isWord = next >= 0x61 && next <= 0x7a;
    if (!isWord) return { end: scanned.end + 1, value: scanned.value * (unit === 'w'.charCodeAt(0) ? 10_000 : 1000) };
  }
  // “12 万” is set with a space as often as without.
  const at = unit === 32 ? scanned.end + 1 : scanned.end;
  const numeral = numerals[unitAt(view, at)] ?? 0;
  return numeral < 0 ? { end: at + 1, value: scanned.value * -numeral } : scanned;
}

type ClassName = NumberAtom['className'];

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

const unitClasses = new Map<number, ClassName>();
for (const [units, className] of [
  ['个份次条张枚款件盒瓶斤群套袋只支包箱本部台片贴颗粒罐杯碗双块点级层倍单幅帖赞页顿瓣桶把票岁分', 'COUNT'],
  ['位名人', 'PERSONS'],
  ['天日周月年秒时季晚夜', 'SPAN'],
  ['元块圆币', 'MONEY'],
  ['%', 'PERCENT'],
  ['折', 'DISCOUNT'],
] as const) {
  for (const unit of Array.from(units)) unitClasses.set(unit.charCodeAt(0), className);
}
/** Two-character units, by both characters in one number. */
const longUnits = new Map<number, ClassName>();
for (const [unit, className] of Object.entries({
  个月: 'SPAN',
  分钟: 'SPAN',
  个人: 'PERSONS',
  个位: 'PERSONS',
  个好: 'PERSONS',
  个名: 'PERSONS',
} as const)) {
  longUnits.set(pairOf(unit.charCodeAt(0), unit.charCodeAt(1)), className);
}
const approximations = new Set(Array.from('多余', (unit) => unit.charCodeAt(0)));

/** Where the unit of a number begins: after a space and after 多, 余. */
function unitStart(view: View, end: number): number {
  let at = end;
  while (unitAt(view, at) === 32 && at - end < 2) at += 1;
  return approximations.has(unitAt(view, at)) ? at + 1 : at;
}

function classify(view: View, start: number, scanned: Scanned): NumberAtom {
  const { value } = scanned;
  if (moneySigns.has(unitAt(view, start - 1))) return { className: 'MONEY', start: start - 1, end: scanned.end, value };
  const at = unitStart(view, scanned.end);
  const unit = unitAt(view, at);
  const long = longUnits.get(pairOf(unit, unitAt(view, at + 1)));
  if (long !== undefined) return { className: long, start, end: at + 2, value };
  const className = unitClasses.get(unit);
  return className === undefined
    ? { className: 'NUM', start, end: scanned.end, value }
    : { className, start, end: at + 1, value };
}

/** The first unit from `from` on that a number may begin with; else the length. */
function nextStart({ units, length }: View, from: number): number {
  for (let at = from; at < length; at += 1) if (starts.has(units[at] ?? 0)) return at;
  return length;
}

/** Numbers in digits or 汉字 with the unit that follows (or the money sign before) them. */
export function findNumbers(view: View): NumberAtom[] {
  const out: NumberAtom[] = [];
  for (let at = nextStart(view, 0); at < view.length; ) {
    const unit = unitAt(view, at);
    const scanned = isDigit(unit) ? withScale(view, scanDigits(view, at)) : scanHan(view, at);
    const atom = classify(view, at, scanned);
    // A lone 汉字 number is a number only with a unit: 一起, 万一, 数据 are words.
    if (atom.className !== 'NUM' || isDigit(unit)) out.push(atom);
    at = nextStart(view, Math.max(scanned.end, at + 1));
  }
  return out;
}
