import { describe, expect, it } from 'vitest';
import { countTicks, noTicks, pruned, scopeOf, type Tick, withTicks } from './inbox-ticks.ts';

const item = (cause: string, itemId: number): Tick => ({ cause, target: { itemId, surface: 'group' } });

describe('ticks', () => {
  it('are kept for each cause, and an item ticked for two is one item', () => {
    const ticks = withTicks(
      noTicks,
      [item('a', 1), item('a', 2), item('b', 1), { cause: 'c', productId: 'jd:9' }],
      true,
    );
    expect([countTicks(ticks, 'a'), countTicks(ticks, 'b')]).toEqual([2, 1]);
    expect(scopeOf(ticks.values())).toEqual({
      targets: [
        { itemId: 1, surface: 'group' },
        { itemId: 2, surface: 'group' },
      ],
      productIds: ['jd:9'],
    });
    expect(countTicks(withTicks(ticks, [item('a', 1)], false), 'a')).toBe(1);
  });

  it('go with rows that are gone', () => {
    const ticks = withTicks(noTicks, [item('a', 1), item('a', 2), item('b', 1)], true);
    const left = pruned(ticks, 'a', [item('a', 2), item('a', 3)]);
    expect([...left.values()]).toEqual([item('a', 2), item('b', 1)]);
    expect(pruned(left, 'a', [item('a', 2)])).toBe(left);
  });
});
