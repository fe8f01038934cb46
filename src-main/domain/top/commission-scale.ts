import { parseRateBp } from '../import/cells/rate.ts';

/**
 * How a rate is written. The same name (`commission_rate`) is `1550` in the old search, `15.5` in conversions and
 * `15.50 %` in order reports, so the method decides, never the look of the number.
 */
export type CommissionScale = 'hundredths' | 'percent' | 'percent-sign';

const shapes: Record<CommissionScale, RegExp> = {
  hundredths: /^\d{1,5}$/,
  percent: /^\d{1,3}(?:\.\d+)?$/,
  'percent-sign': /^(\d{1,3}(?:\.\d+)?)\s*%$/,
};

/** A rate in hundredths of a percent; null when it is not written on this scale, or above 100 %. */
export function commissionBp(text: string | null, scale: CommissionScale): number | null {
  if (text === null || !shapes[scale].test(text)) return null;
  const reading = parseRateBp(text, scale === 'hundredths' ? 'hundredths' : 'percent');
  return 'bp' in reading ? reading.bp : null;
}
