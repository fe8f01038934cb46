interface Dated {
  id: number;
  scheduledOn: string | null;
}

/** Due campaigns first (the latest day first), then those to come (the soonest first), then those without a day. */
export function nearestFirst<Campaign extends Dated>(campaigns: readonly Campaign[], today: string): Campaign[] {
  const group = ({ scheduledOn }: Dated): number => (scheduledOn === null ? 2 : scheduledOn <= today ? 0 : 1);
  return [...campaigns].sort((a, b) => {
    const [dayA, dayB] = [a.scheduledOn ?? '', b.scheduledOn ?? ''];
    const byDay = dayA === dayB ? 0 : (dayA < dayB ? -1 : 1) * (group(a) === 0 ? -1 : 1);
    return group(a) - group(b) || byDay || b.id - a.id;
  });
}
