import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from './safe-name.ts';

describe('safeName', () => {
  it.each([
    ['三塘陶瓷 马克杯', '三塘陶瓷 马克杯'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a／b＼c：d＊e？f”g＜h＞i｜j'],
    ['../../etc/passwd', '／..／etc／passwd'],
    ['C:\\Windows', 'C：＼Windows'],
    ['NUL', '_NUL'],
    ['con.txt', '_con.txt'],
    ['COM1', '_COM1'],
    ['lpt¹.log', '_lpt¹.log'],
    ['console', 'console'],
    ['name. . .', 'name'],
    ['.hidden', 'hidden'],
    ['马克杯🔥👨‍👩‍👧🇨🇳1️⃣套装', '马克杯1套装'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['a\u0000b\nc\td', 'ab c d'],
    ['零\u200b宽\ufeff', '零宽'],
    ['㐂龘𠮷', '㐂龘𠮷'],
    ['\ud800x', 'x'],
    ['🔥', '商品'],
    ['  ...  ', '商品'],
    ['', '商品'],
  ])('%j becomes %j', (text, name) => {
    expect(safeName(text, 40, '商品')).toBe(name);
  });

  it('never cuts a character in half', () => {
    expect(safeName('𠮷'.repeat(30), 9, '商品')).toBe('𠮷'.repeat(4));
  });

  it('is always one acceptable Windows name, and stays as it is when done twice', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({
        unit: fc.constantFrom('.', ' ', '/', '\\', '~', 'C', 'O', 'N', 'n', 'u', 'l', '1', '🔥', '杯', '\u200d'),
      }),
    );
    fc.assert(
      fc.property(nasty, fc.integer({ min: 4, max: 60 }), (text, limit) => {
        const name = safeName(text, limit, '商品');
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(limit);
        // oxlint-disable-next-line no-control-regex -- what must not be in a name
        expect(name).not.toMatch(/[\u0000-\u001f\u007f<>:"/\\|?*]|^[. ~]|[. ]$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i);
        expect(name.isWellFormed()).toBe(true);
        expect(safeName(name, limit, '商品')).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});
