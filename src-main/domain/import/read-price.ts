import type { ImportIssueCode } from '#contract/messages/import-messages';
import type { RowIssueEffect } from '../catalog/imported-row.ts';
import { parseMoneyFen, parseMoneyRangeFen } from './cells/money.ts';
import type { RowContext } from './row-context.ts';
import { yuanText } from './yuan-text.ts';

/** What people write around a price: `券后14.9`, `原价：9.9`, `9.9包邮`. */
const priceWord =
  /^(?:(?:券后|到手|折后|拍下|原|现|售|活动|促销|拼团|日常|秒杀|直播|单)价?|价格|仅需?|只要|约)[:：]?\s*/;

const postage = /[(（]?包邮[)）]?$/;

/** The amount of a price cell without what says which price it is. */
const bareAmount = (text: string): string => text.replace(priceWord, '').replace(postage, '');

/** The amount in 分, or null; 0 is how sources write that they have none. What is no amount is reported as `unreadable`. */
function readAmount(
  context: RowContext,
  field: 'price' | 'finalPrice',
  unreadable: readonly [ImportIssueCode, RowIssueEffect],
): number | null {
  const text = context.value(field);
  if (text === '') return null;
  const unit = context.plan.moneyUnit(field);
  const fen = parseMoneyFen(text, unit) ?? parseMoneyFen(bareAmount(text), unit);
  if (fen !== null && fen > 0) return fen;
  if (fen === 0) {
    context.report('price-zero', 'dropped', field);
    return null;
  }
  const lowFen = parseMoneyRangeFen(bareAmount(text), unit);
  if (lowFen === null) context.report(...unreadable, field);
  else context.report('price-range', 'repaired', field, { low: yuanText(lowFen) });
  return lowFen;
}

/**
 * The price in 分, or null when the row states none. Text in the price column rejects the row: it is the surest sign
 * that cells have moved, and everything built on the row (券后价, poster, copy) starts from the price.
 */
export function readPrice(context: RowContext): number | null {
  return readAmount(context, 'price', ['price-unreadable', 'rejected']);
}

/** The price after the coupon in 分 as the row states it. */
export function readFinalPrice(context: RowContext): number | null {
  return readAmount(context, 'finalPrice', ['money-unreadable', 'dropped']);
}
