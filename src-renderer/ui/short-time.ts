/** A moment in the user's own zone, to the minute: `11月23日 14:05`, with the year when it is not this one. */
export function shortTime(iso: string, locale: string): string {
  const moment = new Date(iso);
  const sameYear = moment.getFullYear() === new Date().getFullYear();
  return moment.toLocaleString(locale, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
