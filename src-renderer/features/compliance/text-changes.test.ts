import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TextChange, textChanges } from './text-changes.ts';

function apply(before: string, changes: readonly TextChange[]): string {
  let out = '';
  let from = 0;
  for (const change of changes) {
    expect(change.from).toBeGreaterThanOrEqual(from);
    out += before.slice(from, change.from) + change.insert;
    from = change.to;
  }
  return out + before.slice(from);
}

describe('textChanges', () => {
  it('touches only what differs', () => {
    const before = '全网最低价！券后29.9元\n转发到群领红包\nhttps://m.tb.cn/h.abc1234';
    const after = '价格很低！券后29.9元\nhttps://m.tb.cn/h.abc1234';
    const changes = textChanges(before, after);
    expect(apply(before, changes)).toBe(after);
    expect(changes.length).toBeGreaterThan(1);
    const price = before.indexOf('29.9');
    expect(changes.some(({ from, to }) => from < price + 4 && to > price)).toBe(false);
  });

  it('says nothing of equal texts', () => {
    expect(textChanges('同一段文字', '同一段文字')).toEqual([]);
  });

  it('takes texts that share nothing as one piece', () => {
    const before = '甲'.repeat(3000);
    const after = '乙'.repeat(3000);
    expect(textChanges(before, after)).toEqual([{ from: 0, to: 3000, insert: after }]);
  });

  it('always leads to the new text and never cuts an emoji', () => {
    const text = fc.string({ unit: fc.constantFrom('转', '发', '领', '🧧', '👥', '\n', 'a', '👨‍👩‍👧'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = textChanges(before, after);
        expect(apply(before, changes)).toBe(after);
        for (const { from, to } of changes) {
          for (const at of [from, to]) {
            const unit = before.charCodeAt(at);
            expect(unit >= 0xdc00 && unit <= 0xdfff).toBe(false);
          }
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
