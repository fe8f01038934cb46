import { describe, expect, it } from 'vitest';
import { inOrder } from './in-order.ts';

describe('inOrder', () => {
  it('takes in order, whatever ends first, and never has too many under way', async () => {
    let underWay = 0;
    let most = 0;
    const taken: number[] = [];
    const gates = Array.from({ length: 9 }, () => Promise.withResolvers<void>());
    const run = inOrder(
      gates.map((_, index) => index),
      3,
      async (index) => {
        underWay += 1;
        most = Math.max(most, underWay);
        await gates[index]?.promise;
        underWay -= 1;
        return index;
      },
      (made) => {
        taken.push(made);
        return Promise.resolve();
      },
    );
    for (const gate of gates.toReversed()) gate.resolve();
    await run;
    expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBe(3);
  });

  it('ends with the first failure, when all that was under way has ended', async () => {
    const ended: number[] = [];
    const started: number[] = [];
    const run = inOrder(
      [0, 1, 2, 3, 4, 5],
      3,
      async (index) => {
        started.push(index);
        for (let turn = 0; turn < 20 - index; turn++) await Promise.resolve();
        ended.push(index);
        if (index > 0) throw new Error(`failed ${index}`);
        return index;
      },
      () => Promise.resolve(),
    );
    await expect(run).rejects.toThrow('failed 1');
    expect(new Set(ended)).toEqual(new Set(started));
    expect(started).not.toContain(5);
  });
});
