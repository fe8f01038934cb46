const decimalPlaces = 4;

/** A number without the noise of binary fractions: 69.9 - 39.9 gives 30, not 30.000000000000007. */
export function tidyNumber(value: number): number {
  return Number(value.toFixed(decimalPlaces));
}

/** 分 as the 元 people write in posts: 3990 → 39.9, 3900 → 39. */
export const yuanOf = (fen: number): number => tidyNumber(fen / 100);

/** The number a template value stands for; null for empty or unreadable text. */
export function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || !/^\s*-?\d{1,15}(\.\d{1,10})?\s*$/.test(value)) return null;
  return Number(value);
}

/**
 * Sales as people write them: 9800 → `9800`, 12345 → `1.2万`, 100000 → `10万`. Rounded down, so that the text never
 * claims more than was sold.
 */
export function shortCount(count: number): string {
  const scales: [number, string][] = [
    [100_000_000, '亿'],
    [10_000, '万'],
  ];
  for (const [scale, unit] of scales) {
    if (count >= scale) return `${Math.floor((count * 10) / scale) / 10}${unit}`;
  }
  return String(Math.floor(count));
}

/** What a template writes for a value: nothing for a missing one, and nothing for what has no text of its own. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
