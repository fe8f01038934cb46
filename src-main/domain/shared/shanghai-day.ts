const shanghaiOffsetMs = 8 * 3600_000;

/** The day in Asia/Shanghai (UTC+8, no daylight saving since 1991) at a moment, as `YYYY-MM-DD`. */
export function shanghaiDay(moment: Date): string {
  return new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10);
}

/** Day and minute in Asia/Shanghai at a moment, as `YYYY-MM-DD HH:MM`. */
export function shanghaiMinute(moment: Date): string {
  return new Date(moment.getTime() + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

/** Days asked for lately: an import asks for the same few, once for every link. */
const reckoned = new Map<string, string>();
const mostReckoned = 2_000;

/** The day `days` after (or, negative, before) a day, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const key = `${day} ${days}`;
  const known = reckoned.get(key);
  if (known !== undefined) return known;
  const later = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  if (reckoned.size >= mostReckoned) reckoned.clear();
  reckoned.set(key, later);
  return later;
}

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
