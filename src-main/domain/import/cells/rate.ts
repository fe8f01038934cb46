import type { RateUnit } from '../target-fields.ts';
import { numberText, scaledDecimal } from './decimal.ts';

const places: Record<RateUnit, number> = { percent: 2, hundredths: 0, fraction: 4 };

/** 100 % */
const wholeBp = 10_000;

export type RateReading = { bp: number } | { problem: 'unreadable' | 'out-of-range' };

/**
 * A commission rate in hundredths of a percent. One idea, three scales: `15.5` percent, `1550` in TOP answers, `0.155`
 * as a fraction; a `%` sign always means percent. Above 100 % the scale is wrong, so the value is not used.
 */
export function parseRateBp(text: string, unit: RateUnit = 'percent'): RateReading {
  let bp = scaledDecimal(text, places[unit]);
  if (bp === null) {
    const { digits, shift, percent } = numberText(text);
    if (shift === 0) bp = scaledDecimal(digits, places[percent ? 'percent' : unit]);
  }
  if (bp === null) return { problem: 'unreadable' };
  return bp > wholeBp ? { problem: 'out-of-range' } : { bp };
}
