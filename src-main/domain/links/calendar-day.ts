/** A day in Asia/Shanghai, `YYYY-MM-DD`. Such strings compare as dates. */
export type CalendarDay = string;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
/** China has had no daylight saving time since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000;

/** Whether the text is a real calendar day: `2026-02-30` is not. */
export function isCalendarDay(text: string): boolean {
  const parts = dayPattern.exec(text);
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The Shanghai day of an ISO instant; null when it is not one. */
export function dayInShanghai(instant: string): CalendarDay | null {
  return toDay(Date.parse(instant) + shanghaiOffsetMs);
}

function toDay(ms: number): CalendarDay | null {
  return Number.isNaN(ms) || Math.abs(ms) > 8.64e15 ? null : new Date(ms).toISOString().slice(0, 10);
}
