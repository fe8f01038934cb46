import { addDays, daysBetween } from '#domain/shared/shanghai-day';

/** A month as `YYYY-MM`. */
export type Month = string;

export const monthOf = (day: string): Month => day.slice(0, 7);

/** The month some months before or after. */
export function shiftMonth(month: Month, by: number): Month {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The days of a month's grid: whole weeks from Monday, with the days of the months around it. */
export function monthDays(month: Month): string[] {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const start = addDays(first, -weekday);
  const days = daysBetween(start, `${shiftMonth(month, 1)}-01`);
  return Array.from({ length: Math.ceil(days / 7) * 7 }, (_, index) => addDays(start, index));
}
