import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramKey } from './evidence-features.ts';
import { GramTable } from './gram-table.ts';

const unit = fc.integer({ min: 1, max: 0xffff });
const pair = fc.tuple(unit, unit).map(([left, right]) => gramKey(left, right));
const weight = fc.integer({ min: -127, max: 127 });

describe('GramTable', () => {
  it('gives back what was set and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(pair, unit), weight), { maxLength: 400 }),
        fc.array(fc.oneof(pair, unit), { maxLength: 400 }),
        (set, others) => {
          const table = new GramTable(set.length);
          const known = new Map(set);
          for (const [key, value] of known) table.setWeight(key, value);
          for (const key of [...known.keys(), ...others]) expect(table.weightOf(key)).toBe(known.get(key) ?? 0);
        },
      ),
    );
  });

  it('tells apart thousands of pairs', () => {
    const table = new GramTable(40_000);
    const keyOf = (at: number): number => gramKey(0x4e00 + (at % 211), 0x5000 + Math.floor(at / 211));
    for (let at = 0; at < 40_000; at += 1) table.setWeight(keyOf(at), (at % 100) + 1);
    const wrong = Array.from({ length: 80_000 }, (_, at) => at).filter(
      (at) => table.weightOf(keyOf(at)) !== (at < 40_000 ? (at % 100) + 1 : 0),
    );
    expect(wrong).toEqual([]);
  });

  it('replaces a weight, and keeps the largest there can be of one that is too large', () => {
    const table = new GramTable(1);
    const key = gramKey(0x5206, 0x4eab);
    table.setWeight(key, 3);
    table.setWeight(key, 1000);
    expect(table.weightOf(key)).toBe(127);
    table.setWeight(key, -1000);
    expect(table.weightOf(key)).toBe(-127);
  });
});
