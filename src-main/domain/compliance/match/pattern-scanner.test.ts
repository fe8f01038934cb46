import { describe, expect, it } from 'vitest';
import { PatternScanner } from './pattern-scanner.ts';
import { createMatchList } from './match-list.ts';

/** Small deterministic generator (mulberry32), so that a failing case can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function scanned(patterns: readonly string[], text: string, scanner = PatternScanner.of(patterns)): string[] {
  const matches = createMatchList(1);
  const units = Uint16Array.from(text, (unit) => unit.charCodeAt(0));
  scanner.scan(units, 0, units.length, matches);
  return Array.from(
    { length: matches.length },
    (_, at) => `${matches.end[at]}:${patterns[matches.pattern[at] ?? 0]}`,
  ).sort();
}

function bruteForce(patterns: readonly string[], text: string): string[] {
  const out: string[] = [];
  for (let end = 1; end <= text.length; end += 1) {
    for (const pattern of patterns) if (text.endsWith(pattern, end)) out.push(`${end}:${pattern}`);
  }
  return out.sort();
}

describe('PatternScanner', () => {
  it('finds a word inside a longer pattern that does not complete', () => {
    expect(scanned(['分享到朋友圈领', '朋友圈'], '分享到朋友圈就行')).toEqual(['6:朋友圈']);
  });

  it('agrees with brute force on 100,000 random cases', () => {
    const next = random(20_261_123);
    const alphabets = ['ab', 'abc', '分享转发', '分享a\u0000\uFFFF', '朋友圈领红包'];
    let different = 0;
    for (let round = 0; round < 5000; round += 1) {
      const alphabet = alphabets[next(alphabets.length)] ?? 'ab';
      const word = (longest: number): string =>
        Array.from({ length: 1 + next(longest) }, () => alphabet[next(alphabet.length)] ?? '').join('');
      const patterns = [...new Set(Array.from({ length: 1 + next(6) }, () => word(4)))];
      const scanner = PatternScanner.of(patterns);
      for (let nth = 0; nth < 20; nth += 1) {
        const text = word(24);
        if (scanned(patterns, text, scanner).join() !== bruteForce(patterns, text).join()) different += 1;
      }
    }
    expect(different).toBe(0);
  });

  it('reports matches in order of their ends, of those with one end the longest first', () => {
    const patterns = ['分', '享到', '分享', '享', '分享到朋', '到朋友', '朋'];
    const matches = createMatchList(1);
    const units = Uint16Array.from('分享到朋友', (unit) => unit.charCodeAt(0));
    PatternScanner.of(patterns).scan(units, 0, units.length, matches);
    const found = Array.from(matches.pattern.subarray(0, matches.length), (pattern) => patterns[pattern]);
    expect(found).toEqual(['分', '分享', '享', '享到', '分享到朋', '朋', '到朋友']);
  });

  it('takes an empty pattern set and an empty text', () => {
    expect(scanned([], '分享')).toEqual([]);
    expect(scanned(['分享'], '')).toEqual([]);
  });
});
