import { parseMoneyFen, parseMoneyRangeFen } from './cells/money.ts';
import { readMoney } from './read-values.ts';
import type { RowContext } from './row-context.ts';
import { yuanText } from './yuan-text.ts';

/**
 * The price in 分, or null when the row states none. Text in the price column rejects the row: it is the surest sign
 * that cells have moved, and everything built on the row (券后价, poster, copy) starts from the price.
 */
export function readPrice(context: RowContext): number | null {
  const text = context.value('price');
  if (text === '') return null;
  const unit = context.plan.moneyUnit('price');
  const fen = parseMoneyFen(text, unit);
  if (fen !== null && fen > 0) return fen;
  if (fen === 0) {
    context.report('price-zero', 'dropped', 'price');
    return null;
  }
  const lowFen = parseMoneyRangeFen(text, unit);
  if (lowFen === null) context.report('price-unreadable', 'rejected', 'price');
  else context.report('price-range', 'repaired', 'price', { low: yuanText(lowFen) });
  return lowFen;
}

/** The price after the coupon in 分 as the row states it; 0 is how sources write that they have none. */
export function readFinalPrice(context: RowContext): number | null {
  const fen = readMoney(context, 'finalPrice');
  if (fen !== 0) return fen;
  context.report('price-zero', 'dropped', 'finalPrice');
  return null;
}
