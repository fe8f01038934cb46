import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCustomPattern } from './custom-pattern.ts';
import { userListsFromCsv, userListsToCsv } from './list-csv.ts';
import { userListsFromJson, userListsFromJsonText, userListsToJson } from './list-json.ts';
import type { AllowPhrase, UserWord } from './user-types.ts';

const words: UserWord[] = [
  { text: '绝绝子', kind: 'word', category: 'my.style', severity: 'warn', note: '口头禅，"少用"', expiresOn: null },
  { text: '加\\s*v', kind: 'pattern', category: 'own', severity: 'block', note: '', expiresOn: '2027-01-31' },
];
const phrases: AllowPhrase[] = [
  { text: '第一医药', category: 'adlaw.absolute', reason: '商标', proof: '注册证,123', expiresOn: null },
  { text: '第一医药', category: null, reason: '', proof: '', expiresOn: null },
];
const lists = { words, phrases };

describe('user lists', () => {
  it('come back unchanged from CSV in both languages and from JSON', () => {
    expect(userListsFromCsv(`\uFEFF${userListsToCsv(lists, 'zh')}`)).toEqual({ ...lists, issues: [] });
    expect(userListsFromCsv(userListsToCsv(lists, 'en'))).toEqual({ ...lists, issues: [] });
    expect(userListsFromJson(JSON.parse(userListsToJson(lists)))).toEqual({ ...lists, issues: [] });
  });

  it('come back unchanged from CSV whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('=', '-', "'", '"', ',', '\n', '字', '👥', ' ', 'a'),
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, text, (word, note) => {
        // Space around a word means nothing, and an apostrophe before a formula sign is how formulas are disarmed.
        fc.pre(
          word.trim() !== '' && note === note.trim() && ![word.trim(), note].some((each) => /^'[=+\-@]/.test(each)),
        );
        const entry: UserWord = { ...words[0]!, text: word.trim(), note };
        expect(userListsFromCsv(userListsToCsv({ words: [entry], phrases: [] }, 'zh')).words).toEqual([entry]);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('report unusable rows and keep the others', () => {
    const csv = [
      '词表,词语,匹配方式,级别,有效期至',
      '自定义词,好词,词语,违规,2027/1/31',
      '自定义词,,词语,违规,',
      '自定义词,坏日期,词语,违规,2027-02-30',
      '自定义词,级别,词语,很严重,',
      '自定义词,(?=x),匹配式,有风险,',
      '自定义词,好词,词语,违规,',
      '黑名单,词,词语,违规,',
    ].join('\n');
    const { words: kept, issues } = userListsFromCsv(csv);
    expect(kept).toMatchObject([{ text: '好词', category: 'own', expiresOn: '2027-01-31' }]);
    expect(issues.map((issue) => [issue.line, issue.code])).toEqual([
      [2, 'empty'],
      [3, 'date'],
      [4, 'severity'],
      [5, 'pattern-syntax'],
      [6, 'duplicate'],
      [7, 'list'],
    ]);
  });

  it('name what is wrong with a file that holds no lists', () => {
    expect(userListsFromCsv('词语\n好').issues).toEqual([{ line: 0, code: 'columns', value: '词表' }]);
    expect(userListsFromJsonText('[').issues[0]?.code).toBe('not-json');
    expect(userListsFromJsonText('[]').issues[0]?.code).toBe('no-lists');
    expect(userListsFromJsonText('{"words":[null,"x",[]]}').issues.map(({ code }) => code)).toEqual([
      'not-an-entry',
      'not-an-entry',
      'not-an-entry',
    ]);
    expect(userListsFromJsonText('{"__proto__":{"words":[]}}').issues[0]?.code).toBe('no-lists');
  });

  it('write no cell a spreadsheet would run', () => {
    const csv = userListsToCsv({ words: [{ ...words[0]!, text: '=cmd' }], phrases: [] }, 'en');
    expect(csv).toContain("'=cmd");
    expect(userListsFromCsv(csv).words[0]?.text).toBe('=cmd');
  });

  it('stop at their limits', () => {
    const many = {
      words: Array.from({ length: 5001 }, (_, index) => ({ ...words[0]!, text: `词${index}` })),
      phrases: [],
    };
    const read = userListsFromJson(JSON.parse(userListsToJson(many)));
    expect(read.words).toHaveLength(5000);
    expect(read.issues).toEqual([{ line: 5001, code: 'too-many', value: '词5000' }]);
  });
});

describe('compileCustomPattern', () => {
  it.each([
    ['(a+)+$'.repeat(40), 'too-long'],
    ['(a{50}){50}', 'too-large'],
    ['((a{30}){30}){30}', 'too-large'],
    ['x*', 'empty-match'],
    ['(', 'syntax'],
    ['(?=x)y', 'syntax'],
    ['(a)\\1', 'syntax'],
  ])('refuses %j', (source, fault) => {
    expect(compileCustomPattern(source)).toBe(fault);
  });

  it.each(['(转|分).{0,20}(领|送).{0,20}(红包|券)', '[]a]{3}', 'a{2}\\{9}', '加[^\\]]{0,30}v'])(
    'takes %j',
    (source) => {
      expect(typeof compileCustomPattern(source)).toBe('object');
    },
  );

  it('finds matches in linear time even for patterns that blow up elsewhere', () => {
    const pattern = compileCustomPattern('(a+)+b');
    expect(typeof pattern === 'string' ? pattern : pattern.find(`${'a'.repeat(20_000)}c aab`)).toEqual([
      { start: 20_002, end: 20_005 },
    ]);
  });
});
