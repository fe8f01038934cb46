import type { InboxGroup } from '#contract/inbox';

/** A group and its lines in the list: its head, and its rows while it is open. */
export interface ListedGroup {
  group: InboxGroup;
  /** Rows of the list that is shown: to be done, or put off. */
  rows: number;
  isOpen: boolean;
  /** Line of its head. */
  head: number;
}

export interface InboxLayout {
  groups: readonly ListedGroup[];
  /** Lines of the whole list. */
  lines: number;
}

/** What is on a line: the head of a group (`row` null), or one of its rows. */
export interface Line {
  listed: ListedGroup;
  row: number | null;
}

/** Groups one below the other, as one list. @param isOpen whether a group's rows are shown */
export function layOut(
  groups: readonly InboxGroup[],
  snoozed: boolean,
  isOpen: (group: InboxGroup) => boolean,
): InboxLayout {
  let lines = 0;
  const listed: ListedGroup[] = [];
  for (const group of groups) {
    const rows = snoozed ? group.snoozed : group.rows;
    if (rows === 0) continue;
    const open = isOpen(group);
    listed.push({ group, rows, isOpen: open, head: lines });
    lines += open ? 1 + rows : 1;
  }
  return { groups: listed, lines };
}

/** What is on a line; null beyond the end. */
export function lineAt({ groups, lines }: InboxLayout, index: number): Line | null {
  if (index < 0 || index >= lines) return null;
  const listed = groups.findLast(({ head }) => head <= index);
  if (!listed) return null;
  return { listed, row: index === listed.head ? null : index - listed.head - 1 };
}

/** The head after or before a line, for jumping from group to group. */
export function headBeside({ groups }: InboxLayout, index: number, step: 1 | -1): number {
  const found = step === 1 ? groups.find(({ head }) => head > index) : groups.findLast(({ head }) => head < index);
  return found?.head ?? index;
}

/** Stretches of rows between two lines, both inclusive, group by group. */
export function rowsBetween(
  { groups }: InboxLayout,
  from: number,
  to: number,
): { listed: ListedGroup; first: number; last: number }[] {
  return groups
    .filter(({ isOpen }) => isOpen)
    .map((listed) => ({
      listed,
      first: Math.max(0, from - listed.head - 1),
      last: Math.min(listed.rows - 1, to - listed.head - 1),
    }))
    .filter(({ first, last }) => first <= last);
}
