import { shanghaiDay } from '#domain/shared/shanghai-day';

/** The day verdicts are for: the one the user judges by, else today in Asia/Shanghai. */
export function judgingDay(settings: { asOf: string | null }, now: Date): string {
  return settings.asOf ?? shanghaiDay(now);
}
