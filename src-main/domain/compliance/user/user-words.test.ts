// oxlint-disable-next-line no-restricted-imports -- the test reads the tables as they are shipped
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CompiledRules } from '../compiled-rules.ts';
import { Linter } from '../linter.ts';
import type { TablesPack } from '../packs/pack-types.ts';
import { compileCustomPattern } from './custom-pattern.ts';
import { proposeAllowPhrase } from './propose-allow-phrase.ts';
import { PhraseTrial } from './phrase-trial.ts';
import type { AllowPhrase, UserWord } from './user-types.ts';

const asOf = '2026-11-23';
const tables = new URL('../../../../resources/rulepacks/compliance/tables/fold.json', import.meta.url);
/** Folding but no rules: what the user's own entries do by themselves. */
const rules = CompiledRules.of([JSON.parse(readFileSync(tables, 'utf8')) as TablesPack], asOf);
const entry = (text: string, said: Partial<UserWord> = {}): UserWord => ({
  text,
  kind: 'word',
  category: 'own',
  severity: 'warn',
  note: '',
  expiresOn: null,
  ...said,
});
const phrase = (text: string, category: string | null = null): AllowPhrase => ({
  text,
  category,
  reason: '',
  proof: '',
  expiresOn: null,
});

function linter(userWords: readonly UserWord[], allowPhrases: readonly AllowPhrase[] = []): Linter {
  return new Linter(rules, { asOf, userWords, allowPhrases, plainWordNote: '在词表里' });
}

/** Text an attacker or a careless paste may bring. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '绝绝子',
        'star',
        '👥',
        '\uD83E',
        '\uDC00',
        '\u200B',
        'ＳＴＡＲ',
        '\n',
        'a',
        'aab',
        '加v信',
        '￥',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

describe('own words', () => {
  it('are found as they are and folded, and say what the user noted', () => {
    const own = linter([entry('绝绝子', { note: '少用', severity: 'block' }), entry('star')]);
    expect(own.lint('绝\u200B绝子').findings).toMatchObject([
      { rule: 'user.绝绝子', severity: 'block', explanation: '少用', text: '绝\u200B绝子', folds: ['invisible'] },
    ]);
    expect(own.lint('五ＳＴＡＲ').findings).toMatchObject([{ text: 'ＳＴＡＲ', explanation: '在词表里' }]);
  });

  it('match Latin words whole', () => {
    expect(linter([entry('star')]).lint('stars 和 start').findings).toEqual([]);
  });

  it('count until their last day', () => {
    const expiring = entry('绝绝子', { expiresOn: asOf });
    const on = (day: string) => new Linter(rules, { asOf: day, userWords: [expiring] }).lint('绝绝子').decision;
    expect([on(asOf), on('2026-11-24')]).toEqual(['warn', 'ok']);
  });

  it('have exact spans in any text, and an allow-phrase never adds a finding', () => {
    const words = [
      entry('绝绝子'),
      entry('star'),
      entry('加.{0,2}信', { kind: 'pattern' }),
      entry('a+b', { kind: 'pattern' }),
    ];
    const plain = linter(words);
    const allowing = linter(words, [phrase('绝绝'), phrase('star'), phrase('加v信', 'own')]);
    fc.assert(
      fc.property(anyText, (text) => {
        const before = plain.lint(text, { suggest: false });
        for (const { start, end, text: found } of before.findings) {
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(found);
        }
        const after = allowing.lint(text, { suggest: false });
        expect(after.findings.length).toBeLessThanOrEqual(before.findings.length);
      }),
      { numRuns: 500, seed: 17 },
    );
  });
});

describe('custom patterns', () => {
  it('find what the language’s own expressions find, at the same places, in any text', () => {
    const cases: [string, RegExp][] = [
      ['a+b', /a+b/giu],
      ['加.{0,2}信', /加.{0,2}信/giu],
      ['star|绝绝子', /star|绝绝子/giu],
    ];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...cases), (text, [source, expression]) => {
        const pattern = compileCustomPattern(source);
        if (typeof pattern === 'string') throw new Error(pattern);
        // Half a surrogate pair is no character; the two engines may see it differently.
        fc.pre(text.isWellFormed());
        const expected = [...text.matchAll(expression)].map(({ index, 0: found }) => ({
          start: index,
          end: index + found.length,
        }));
        expect(pattern.find(text)).toEqual(expected);
      }),
      { numRuns: 500, seed: 19 },
    );
  });

  it('stand half surrogate pairs', () => {
    const pattern = compileCustomPattern('信.');
    if (typeof pattern === 'string') throw new Error(pattern);
    for (const { start, end } of pattern.find('\uD83E信\uDC00信👥')) expect(end).toBeGreaterThan(start);
  });
});

describe('an allow-phrase for a finding', () => {
  it('is proposed so that it silences it, and never cuts an emoji in two', () => {
    const words = [entry('第一'), entry('👥好')];
    fc.assert(
      fc.property(anyText, fc.constantFrom('第一', '👥好'), anyText, (before, word, after) => {
        const text = `${before}，${word}${after}`;
        fc.pre(text.isWellFormed());
        for (const finding of linter(words).lint(text, { suggest: false }).findings) {
          const proposed = proposeAllowPhrase(text, finding);
          expect(proposed.text.isWellFormed()).toBe(true);
          expect(proposed.text.includes(finding.text)).toBe(true);
          const trial = new PhraseTrial(rules, phrase(proposed.text, proposed.category), { asOf, userWords: words });
          expect(trial.silences(text, finding)).toBe(true);
          expect(trial.silencesPlace(text, finding)).toBe(true);
        }
      }),
      { numRuns: 300, seed: 23 },
    );
  });

  it('silences nothing of another category', () => {
    const words = [entry('第一', { category: 'adlaw.absolute' })];
    const [finding] = linter(words).lint('第一医药').findings;
    const trial = new PhraseTrial(rules, phrase('第一医药', 'own'), { asOf, userWords: words });
    expect(finding && trial.silences('第一医药', finding)).toBe(false);
  });
});
