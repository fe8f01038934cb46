import type { View } from '../text/view.ts';

/** A number with its unit. `MONEY` in yuan, `PERCENT` in percent, `SPAN` a length of time, `COUNT` things, `PERSONS` people, `DISCOUNT` 折. */
export interface NumberAtom {
  className: 'NUM' | 'MONEY' | 'PERCENT' | 'SPAN' | 'COUNT' | 'PERSONS' | 'DISCOUNT';
  start: number;
  end: number;
  value: number;
}

const digitValues = new Map(Array.from('零一二三四五六七八九').map((digit, value) => [digit.charCodeAt(0), value]));
digitValues.set('两'.charCodeAt(0), 2);
digitValues.set('〇'.charCodeAt(0), 0);
// Of the numerals on cheques, those that begin no everyday word (伍 队伍, 陆 大陆, 拾 收拾 do).
for (const [digit, value] of Object.entries({ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 柒: 7, 捌: 8, 玖: 9 })) {
  digitValues.set(digit.charCodeAt(0), value);
}
const scales = new Map(
  [
    ['十', 10],
    ['百', 100],
    ['千', 1000],
    ['万', 10_000],
    ['亿', 100_000_000],
  ].map(([unit, value]) => [String(unit).charCodeAt(0), Number(value)]),
);
const vague = new Set(Array.from('几数').map((unit) => unit.charCodeAt(0)));
const moneySigns = new Set(Array.from('¥￥$').map((unit) => unit.charCodeAt(0)));

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** 1 for every unit a number may begin with. */
const starts = new Uint8Array(0x10000);
for (const unit of [...digitValues.keys(), ...scales.keys(), ...vague]) starts[unit] = 1;
starts.fill(1, 0x30, 0x3a);

interface Scanned {
  end: number;
  value: number;
}

function scanDigits(view: View, from: number): Scanned {
  let at = from;
  let text = '';
  while (at < view.length) {
    const unit = view.units[at] ?? 0;
    const joins = (unit === 0x2e || unit === 0x2c) && isDigit(view.units[at + 1] ?? 0);
    if (!isDigit(unit) && !joins) break;
    if (unit !== 0x2c) text += String.fromCharCode(unit);
    at += 1;
  }
  return { end: at, value: Number.parseFloat(text) };
}

function scanHan(view: View, from: number): Scanned {
  let at = from;
  let total = 0;
  let current = 0;
  while (at < view.length && at - from < 12) {
    const unit = view.units[at] ?? 0;
    const digit = digitValues.get(unit);
    const scale = scales.get(unit);
    if (digit !== undefined) current = digit;
    else if (vague.has(unit)) current = 3;
    else if (scale !== undefined && scale >= 10_000) {
      total = Math.max(total + current, 1) * scale;
      current = 0;
    } else if (scale !== undefined) {
      total += Math.max(current, 1) * scale;
      current = 0;
    } else break;
    at += 1;
  }
  return { end: at, value: total + current };
}

function withScale(view: View, scanned: Scanned): Scanned {
  const unit = view.units[scanned.end] ?? 0;
  if (unit === 'w'.charCodeAt(0) || unit === 'k'.charCodeAt(0)) {
    const next = view.units[scanned.end + 1] ?? 0;
    const isWord = next >= 0x61 && next <= 0x7a;
    if (!isWord) return { end: scanned.end + 1, value: scanned.value * (unit === 'w'.charCodeAt(0) ? 10_000 : 1000) };
  }
  const scale = scales.get(unit);
  return scale === undefined ? scanned : { end: scanned.end + 1, value: scanned.value * scale };
}

type ClassName = NumberAtom['className'];

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
/** Two-character units, by first and second character. */
const longUnits: Record<string, ClassName> = {
  个月: 'SPAN',
  分钟: 'SPAN',
  个人: 'PERSONS',
  个位: 'PERSONS',
  个好: 'PERSONS',
  个名: 'PERSONS',
};
const approximations = new Set(Array.from('多余', (unit) => unit.charCodeAt(0)));

/** Where the unit of a number begins: after a space and after 多, 余. */
function unitStart(view: View, end: number): number {
  let at = end;
  while (view.units[at] === 32 && at - end < 2) at += 1;
  return approximations.has(view.units[at] ?? 0) ? at + 1 : at;
}

function classify(view: View, start: number, scanned: Scanned): NumberAtom {
  const { value } = scanned;
  if (moneySigns.has(view.units[start - 1] ?? 0))
    return { className: 'MONEY', start: start - 1, end: scanned.end, value };
  const at = unitStart(view, scanned.end);
  const unit = view.units[at] ?? 0;
  const long = String.fromCharCode(unit, view.units[at + 1] ?? 0);
  if (Object.hasOwn(longUnits, long)) return { className: longUnits[long] ?? 'COUNT', start, end: at + 2, value };
  const className = unitClasses.get(unit);
  return className === undefined
    ? { className: 'NUM', start, end: scanned.end, value }
    : { className, start, end: at + 1, value };
}

/** Numbers in digits or 汉字 with the unit that follows (or the money sign before) them. */
export function findNumbers(view: View): NumberAtom[] {
  const out: NumberAtom[] = [];
  const { units, length } = view;
  let at = 0;
  while (at < length) {
    const unit = units[at] ?? 0;
    if (starts[unit] === 0) {
      at += 1;
      continue;
    }
    const scanned = isDigit(unit) ? withScale(view, scanDigits(view, at)) : scanHan(view, at);
    const atom = classify(view, at, scanned);
    // A lone 汉字 number is a number only with a unit: 一起, 万一, 数据 are words.
    if (atom.className !== 'NUM' || isDigit(unit)) out.push(atom);
    at = Math.max(scanned.end, at + 1);
  }
  return out;
}
