import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '#domain/compliance/finding';
import { textSegments, worstOf } from './text-segments.ts';

function finding(start: number, end: number, severity: Severity = 'warn'): Finding {
  return {
    rule: `rule ${start}`,
    category: 'adlaw.absolute',
    severity,
    start,
    end,
    text: '',
    parts: [],
    folds: [],
    explanation: '',
    basis: { pack: '', clause: '', title: '', source: [], effectiveFrom: '', confidence: 'high' },
    suggestions: [],
    clearedBy: null,
  };
}

describe('textSegments', () => {
  it('marks overlapping findings on every piece they cover', () => {
    const outer = finding(0, 4);
    const inner = finding(2, 6, 'block');
    expect(textSegments('一二三四五六七', [outer, inner])).toEqual([
      { start: 0, text: '一二', findings: [outer] },
      { start: 2, text: '三四', findings: [outer, inner] },
      { start: 4, text: '五六', findings: [inner] },
      { start: 6, text: '七', findings: [] },
    ]);
    expect(worstOf([outer, inner])).toBe(inner);
  });

  it('joins to the text whatever the spans', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 })));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 10 }), spans, (text, pairs) => {
        const segments = textSegments(
          text,
          pairs.map(([start, end]) => finding(start, end)),
        );
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
