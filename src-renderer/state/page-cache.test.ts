import { describe, expect, it } from 'vitest';
import { PageCache } from './page-cache.ts';

/** A list of so many numbers, and what was asked of it. */
function numbers(count: number) {
  const asked: number[] = [];
  const read = (offset: number, limit: number): Promise<number[]> => {
    asked.push(offset);
    return Promise.resolve(
      Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, at) => offset + at),
    );
  };
  return { asked, cache: new PageCache<number>(read, () => undefined, 100) };
}
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

describe('pages of a list', () => {
  it('are read before they come into view, those in view first', async () => {
    const { asked, cache } = numbers(1_000);
    cache.want(0, 40);
    expect(asked).toEqual([0]);
    cache.want(20, 60);
    expect(asked).toEqual([0, 100]);
    cache.want(520, 560);
    expect(asked).toEqual([0, 100, 500, 600, 400]);
    await settled();
    expect([cache.rowAt(60), cache.rowAt(499), cache.rowAt(601)]).toEqual([60, 499, 601]);
  });

  it('are not asked for behind the end of the list', async () => {
    const { asked, cache } = numbers(80);
    cache.want(0, 40);
    await settled();
    cache.want(40, 79);
    expect(asked).toEqual([0]);
  });
});
