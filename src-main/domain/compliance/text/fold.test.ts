// oxlint-disable-next-line no-restricted-imports -- the test reads the tables as they are shipped
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LexiconTablesPack, TablesPack } from '../packs/pack-types.ts';
import { buildFoldTable } from './fold-table.ts';
import { foldText } from './fold.ts';
import { applyMasks, findMaskedRanges } from './mask.ts';
import { columnViews, reverseView } from './permute.ts';
import { suspectUnits, undoDisguise, type RewriteTables } from './rewrite.ts';
import { namesOfFolds, spanOf, textOf, type View } from './view.ts';

function readTable(name: string): unknown {
  const file = new URL(`../../../../resources/rulepacks/compliance/tables/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}

const table = buildFoldTable(readTable('fold') as TablesPack);
const lexicon = readTable('lexicon') as LexiconTablesPack;
const splits = new Map([['车'.charCodeAt(0) * 0x10000 + '专'.charCodeAt(0), '转'.charCodeAt(0)]]);
const lookAlikes = new Map([[lexicon.lookAlikes.charCodeAt(0), lexicon.lookAlikes.charCodeAt(1)]]);
const rewriteTables: RewriteTables = {
  splits,
  lookAlikes,
  suspects: suspectUnits(splits, lookAlikes),
  pairs: new Set(),
};

const pieces = fc.oneof(
  fc.constantFrom(
    '分享',
    '转发',
    '車專',
    'Ａ',
    '①',
    '㊎',
    '❶',
    '⑵',
    '🅥',
    '辶反',
    '𝐀𝐏𝐏',
    '\u200B',
    '\u0338',
    '🧧',
    '❤️',
    '👨‍👩‍👧',
    '&#20998;',
    '&amp;',
    '%E5%88%86',
    '\\u5206',
    ' ',
    '\n',
    '*',
    '车专',
    '分分享享',
    'https://m.tb.cn/h.abc',
    '￥SIH6XbwRfyt￥',
    '½',
    '…',
    '\uD800',
    '\uDC00',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const anyText = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''));

/** Every run of units must stand for a slice inside the text, and single units for slices that are not empty. */
function expectExactSpans(text: string, view: View): void {
  for (let at = 0; at < view.length; at += 1) {
    const start = view.start[at] ?? -1;
    const end = view.end[at] ?? -1;
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  if (view.length > 0) {
    const whole = spanOf(view, 0, view.length);
    expect(whole.start).toBeGreaterThanOrEqual(0);
    expect(whole.end).toBeLessThanOrEqual(text.length);
  }
}

describe('foldText', () => {
  it.each([
    ['分\u200B享', '分享', ['invisible']],
    ['ＡＰＰ领８８', 'app领88', ['full-width']],
    ['轉發領紅包', '转发领红包', ['traditional']],
    ['⽴领', '立领', ['styled']],
    ['下载АРР', '下载app', ['homoglyph']],
    ['&#20998;&#x4eab;', '分享', ['entity']],
    ['\\u5206%E4%BA%AB', '分享', ['entity']],
    ['𝐀𝐏𝐏', 'app', ['styled']],
    ['分\u0338享', '分享', ['invisible']],
    ['TOP❶⓿➋➂⓸', 'top10234', ['styled']],
    ['🅥🆃⑵㈠⒜', 'vt2一a', ['styled']],
  ])('%j reads %j', (text, folded, folds) => {
    const view = foldText(text, table);
    expect(textOf(view)).toBe(folded);
    let bits = 0;
    for (let at = 0; at < view.length; at += 1) bits |= view.folds[at] ?? 0;
    expect(namesOfFolds(bits)).toEqual(folds);
    expect(text.slice(spanOf(view, 0, view.length).start, spanOf(view, 0, view.length).end)).toBe(text);
  });

  it('keeps exact spans through every fold, mask and rearrangement', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text, table);
        expectExactSpans(text, folded);
        const masked = applyMasks(folded, findMaskedRanges(text));
        expectExactSpans(text, masked);
        const undone = undoDisguise(masked, rewriteTables);
        expectExactSpans(text, undone);
        for (const view of [reverseView(undone), ...columnViews(masked)]) expectExactSpans(text, view);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('maps each plain character back to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('分享转发领红包abc129，。\n')) }), (text) => {
        const view = foldText(text, table);
        for (let at = 0; at < view.length; at += 1) {
          expect(text.slice(view.start[at], view.end[at])).toBe(
            String.fromCharCode(view.units[at] ?? 0) === ',' ? '，' : text[at],
          );
        }
      }),
      { seed: 11 },
    );
  });
});

describe('undoDisguise', () => {
  const read = (text: string): string => textOf(undoDisguise(foldText(text, table), rewriteTables));

  it.each([
    ['转*发*3*个*群', '转发3个群'],
    ['分 享 领 券', '分享领券'],
    ['分\n享\n领\n券', '分享领券'],
    ['关注领🧧', '关注领红包'],
    ['车专发', '转发'],
    ['转转发发领领', '转发领'],
  ])('%j reads %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('leaves ordinary spacing and marks alone', () => {
    const text = 'iphone 15 手机壳 / 黑色，今日特价';
    expect(read(text)).toBe('iphone 15 手机壳 / 黑色,今日特价');
  });
});
