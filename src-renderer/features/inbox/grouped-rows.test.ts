import { describe, expect, it } from 'vitest';
import { GroupedRows } from './grouped-rows.ts';

/** A reader whose answers come when the test says so. */
function pending() {
  const asked: { group: string; offset: number; answer(rows: string[]): void }[] = [];
  const read = (group: string, offset: number): Promise<string[]> =>
    new Promise((answer) => {
      asked.push({ group, offset, answer });
    });
  return { asked, read };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe('rows of groups', () => {
  it('are read for a group when it comes into view, once', async () => {
    const { asked, read } = pending();
    const rows = new GroupedRows<string>(read, () => undefined);
    rows.want('a', 0, 5);
    rows.want('a', 2, 7);
    expect(asked.map(({ group, offset }) => [group, offset])).toEqual([['a', 0]]);
    expect(rows.rowAt('a', 1)).toBeUndefined();
    asked[0]?.answer(['x', 'y']);
    await settled();
    expect([rows.rowAt('a', 1), rows.rowAt('b', 1)]).toEqual(['y', undefined]);
  });

  it('stay while newer ones are on their way, and an overtaken answer is dropped', async () => {
    const { asked, read } = pending();
    const rows = new GroupedRows<string>(read, () => undefined);
    rows.want('a', 0, 1);
    asked[0]?.answer(['old']);
    await settled();
    rows.renew();
    rows.want('a', 0, 1);
    rows.renew();
    rows.want('a', 0, 1);
    asked[1]?.answer(['overtaken']);
    await settled();
    expect(rows.rowAt('a', 0)).toBe('old');
    asked[2]?.answer(['new']);
    await settled();
    expect(rows.rowAt('a', 0)).toBe('new');
  });
});
