import { parseCount } from './cells/count.ts';
import { parseDay } from './cells/day.ts';
import { webAddress } from './cells/item-link.ts';
import { withoutReferences } from './cells/plain-text.ts';
import { parseMoneyFen } from './cells/money.ts';
import { parseRateBp } from './cells/rate.ts';
import type { RowContext } from './row-context.ts';
import type { MoneyField, RateField, TargetField } from './target-fields.ts';

/** Text of a field on one line and without control characters, or null. */
export function readText(context: RowContext, field: TargetField): string | null {
  const text = withoutReferences(context.value(field));
  if (text === '') return null;
  if (!/[\p{Cc}\u2028\u2029]/u.test(text)) return text;
  return text.replace(/\s+/g, (run) => (/[\r\n\t\u2028\u2029]/.test(run) ? ' ' : run)).replace(/\p{Cc}/gu, '');
}

/** An amount in 分, or null; an unreadable one is reported and left out. */
export function readMoney(context: RowContext, field: MoneyField): number | null {
  const text = context.value(field);
  if (text === '') return null;
  const fen = parseMoneyFen(text, context.plan.moneyUnit(field));
  if (fen === null) context.report('money-unreadable', 'dropped', field);
  return fen;
}

/** Taobao's rates start at about half a percent; a smaller one is more likely 0.05 for 5 %. */
const usualRateBp = 50;

/** A rate in hundredths of a percent, or null; an unreadable or impossible one is reported and left out. */
export function readRate(context: RowContext, field: RateField): number | null {
  const text = context.value(field);
  if (text === '') return null;
  const unit = context.plan.rateUnit(field);
  const reading = parseRateBp(text, unit);
  if ('bp' in reading) {
    const { bp } = reading;
    const seemsFraction = unit === 'percent' && bp > 0 && bp < usualRateBp && !/[%％]/.test(text);
    if (seemsFraction) context.report('rate-tiny', 'note', field, { percent: bp / 100 });
    return bp;
  }
  context.report(reading.problem === 'unreadable' ? 'rate-unreadable' : 'rate-out-of-range', 'dropped', field);
  return null;
}

/** A number of pieces, or null; an unreadable one is reported and left out. */
export function readCount(context: RowContext, field: TargetField): number | null {
  const text = context.value(field);
  if (text === '') return null;
  const count = parseCount(text);
  if (count === null) context.report('number-unreadable', 'dropped', field);
  return count;
}

/** A day, or null; an unreadable one is reported and left out. */
export function readDay(context: RowContext, field: TargetField): string | null {
  const text = context.value(field);
  if (text === '') return null;
  const reading = parseDay(text);
  if (reading === null) context.report('date-unreadable', 'dropped', field);
  return reading === null || reading === 'none' ? null : reading.day;
}

/** A web address, or null; other text is reported and left out. */
export function readAddress(context: RowContext, field: TargetField): string | null {
  const text = context.value(field);
  if (text === '') return null;
  const address = webAddress(withoutReferences(text));
  if (address === null) context.report('link-unreadable', 'dropped', field);
  return address;
}
