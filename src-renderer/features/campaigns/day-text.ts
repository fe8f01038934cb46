import { addDays, daysBetween } from '#domain/shared/shanghai-day';
import type { Translator } from '../../i18n/locale.tsx';

/** A day as one would say it: today, tomorrow, in the user's date format otherwise. Days are YYYY-MM-DD. */
export function dayText(day: string, today: string, { t, locale }: Pick<Translator, 't' | 'locale'>): string {
  if (day === today) return t('common.today');
  if (day === addDays(today, 1)) return t('campaigns.tomorrow');
  return new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

/** How long a day is past; null when it is not. */
export function overdueText(day: string, today: string, t: Translator['t']): string | null {
  return day < today ? t('campaigns.overdueDays', { n: daysBetween(day, today) }) : null;
}
