import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DueEntry, DueTally } from './due-tally.ts';

const entry = (linkHash: number, linkId: number, priority: number): DueEntry =>
  ({ linkHash, linkId, due: { reason: priority > 5 ? 'in-campaign' : 'old', priority } }) as DueEntry;

test('counts each link once with its most urgent reason and keeps the most urgent ones in order', () => {
  const links = fc.array(fc.tuple(fc.nat(8), fc.nat(10)), { maxLength: 40 });
  fc.assert(
    fc.property(links, fc.integer({ min: 1, max: 6 }), (given, limit) => {
      const tally = new DueTally(limit);
      const entries = given.map(([hash, priority], index) => entry(hash, index, priority));
      for (const each of entries) tally.add(each);
      const best = new Map<number, DueEntry>();
      for (const each of entries)
        if (each.due.priority > (best.get(each.linkHash)?.due.priority ?? -1)) best.set(each.linkHash, each);
      const all = [...best.values()].sort((a, b) => b.due.priority - a.due.priority || a.linkId - b.linkId);
      expect(tally.total).toBe(all.length);
      expect(tally.entries).toEqual(all.slice(0, limit));
      expect(tally.byReason().get('old') ?? 0).toBe(all.filter(({ due }) => due.priority <= 5).length);
    }),
  );
});
