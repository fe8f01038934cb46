import { addDays } from '#domain/shared/shanghai-day';

/** Columns of the board, in their order. */
export const boardColumns = ['overdue', 'today', 'tomorrow', 'week', 'later', 'undated'] as const;
export type BoardColumn = (typeof boardColumns)[number];

/** Days from today that still count as this week's work. */
const weekDays = 6;

/** Where a campaign stands on the board. Both days YYYY-MM-DD; `scheduledOn` null = no day. */
export function boardColumnOf(scheduledOn: string | null, today: string): BoardColumn {
  if (scheduledOn === null) return 'undated';
  if (scheduledOn < today) return 'overdue';
  if (scheduledOn === today) return 'today';
  if (scheduledOn === addDays(today, 1)) return 'tomorrow';
  return scheduledOn <= addDays(today, weekDays) ? 'week' : 'later';
}

/** The day a campaign gets when it is put into a column; undefined where the column names no one day. */
export function dayOfColumn(column: BoardColumn, today: string): string | null | undefined {
  if (column === 'undated') return null;
  if (column === 'today') return today;
  return column === 'tomorrow' ? addDays(today, 1) : undefined;
}

/** The order of the list: from today on by day, then those without a day, then the past, newest first. */
export function inWorkingOrder<Campaign extends { scheduledOn: string | null }>(
  campaigns: readonly Campaign[],
  today: string,
): Campaign[] {
  const isPast = ({ scheduledOn }: Campaign): boolean => scheduledOn !== null && scheduledOn < today;
  const day = ({ scheduledOn }: Campaign): string => scheduledOn ?? '9999';
  const ahead = campaigns.filter((campaign) => !isPast(campaign)).sort((a, b) => day(a).localeCompare(day(b)));
  return [...ahead, ...campaigns.filter(isPast).sort((a, b) => day(b).localeCompare(day(a)))];
}

/** Sorts campaigns into the columns: by day, those of one day by name. */
export function sortIntoColumns<Campaign extends { scheduledOn: string | null; name: string }>(
  campaigns: readonly Campaign[],
  today: string,
): Map<BoardColumn, Campaign[]> {
  const columns = new Map<BoardColumn, Campaign[]>(boardColumns.map((column) => [column, []]));
  for (const campaign of campaigns) columns.get(boardColumnOf(campaign.scheduledOn, today))?.push(campaign);
  for (const column of columns.values()) {
    column.sort((a, b) => (a.scheduledOn ?? '').localeCompare(b.scheduledOn ?? '') || a.name.localeCompare(b.name));
  }
  return columns;
}
