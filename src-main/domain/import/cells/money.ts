import type { MoneyUnit } from '../target-fields.ts';
import { numberText, scaledDecimal } from './decimal.ts';

/** 1 亿元 in 分: nothing an affiliate lists costs more; larger numbers are another column's. */
const highestFen = 10_000_000_000;

const places: Record<MoneyUnit, number> = { yuan: 2, fen: 0 };

function inRange(fen: number | null): number | null {
  return fen === null || fen > highestFen ? null : fen;
}

/**
 * An amount of money in 分, or null when the text is no amount. `¥1,234.50`, `１２.５元` and `1.2万` are understood;
 * more than two decimals are rounded half up.
 */
export function parseMoneyFen(text: string, unit: MoneyUnit = 'yuan'): number | null {
  const plain = scaledDecimal(text, places[unit]);
  if (plain !== null) return inRange(plain);
  const { digits, shift, percent } = numberText(text);
  return percent ? null : inRange(scaledDecimal(digits, places[unit] + shift));
}

const longestRange = 60;
const range = /^(.+?)(?:-|~|–|—|至|到)(.+)$/;
const startingFrom = /^(.+?)元?起$/;

/** The lower end of `12.00-35.00` or `12元起`, as shops with several variants write it; null for any other text. */
export function parseMoneyRangeFen(text: string, unit: MoneyUnit = 'yuan'): number | null {
  if (text.length > longestRange) return null;
  const compact = text.normalize('NFKC').replace(/\s/g, '');
  const from = startingFrom.exec(compact)?.[1];
  if (from !== undefined) return parseMoneyFen(from, unit);
  const [, low = '', high = ''] = range.exec(compact) ?? [];
  const lowFen = parseMoneyFen(low, unit);
  const highFen = parseMoneyFen(high, unit);
  return lowFen === null || highFen === null || lowFen > highFen ? null : lowFen;
}
