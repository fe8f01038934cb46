import { describe, expect, it } from 'vitest';
import type { InboxGroup } from '#contract/inbox';
import { headBeside, layOut, lineAt, rowsBetween } from './inbox-layout.ts';

const group = (cause: string, rows: number, snoozed = 0): InboxGroup => ({
  cause,
  severity: 'block',
  code: 'link-dead',
  category: null,
  rows,
  campaigns: 1,
  snoozed,
  fixes: [],
  example: null,
});

const groups = [group('a', 3), group('b', 0, 2), group('c', 2), group('d', 1)];
const closedC = layOut(groups, false, ({ cause }) => cause !== 'c');
const shown = (index: number) => {
  const line = lineAt(closedC, index);
  return line && `${line.listed.group.cause}${line.row ?? ''}`;
};

describe('the list of the inbox', () => {
  it('has a line for each head and for the rows of open groups', () => {
    expect(Array.from({ length: closedC.lines + 1 }, (_, index) => shown(index))).toEqual([
      'a',
      'a0',
      'a1',
      'a2',
      'c',
      'd',
      'd0',
      null,
    ]);
  });

  it('shows what was put off instead when asked to', () => {
    const layout = layOut(groups, true, () => true);
    expect(layout.groups.map(({ group: { cause }, rows }) => [cause, rows])).toEqual([['b', 2]]);
    expect(layout.lines).toBe(3);
  });

  it('jumps from head to head and stays at the ends', () => {
    expect([0, 2, 4, 5, 6].map((index) => headBeside(closedC, index, 1))).toEqual([4, 4, 5, 5, 6]);
    expect([0, 2, 4, 5, 6].map((index) => headBeside(closedC, index, -1))).toEqual([0, 0, 0, 4, 5]);
  });

  it('says which rows lie between two lines, without closed groups', () => {
    const between = rowsBetween(closedC, 2, 6).map(({ listed, first, last }) => [listed.group.cause, first, last]);
    expect(between).toEqual([
      ['a', 1, 2],
      ['d', 0, 0],
    ]);
  });
});
