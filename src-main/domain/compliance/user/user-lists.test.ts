import { describe, expect, it } from 'vitest';
import { compileCustomPattern } from './custom-pattern.ts';
import { userListsFromCsv, userListsFromJson, userListsToCsv, userListsToJson } from './user-lists.ts';
import type { AllowPhrase, UserWord } from './user-types.ts';

const words: UserWord[] = [
  { text: '绝绝子', kind: 'word', category: 'my.style', severity: 'warn', note: '口头禅，"少用"', expiresOn: null },
  { text: '加\\s*v', kind: 'pattern', category: 'my.contact', severity: 'block', note: '', expiresOn: '2027-01-31' },
];
const phrases: AllowPhrase[] = [
  { text: '第一医药', category: 'adlaw.absolute', reason: '商标', proof: '注册证,123', expiresOn: null },
];

describe('user lists', () => {
  it('come back unchanged from CSV and JSON', () => {
    expect(userListsFromCsv(userListsToCsv(words, phrases))).toEqual({ words, phrases, issues: [] });
    expect(userListsFromJson(JSON.parse(userListsToJson(words, phrases)))).toEqual({ words, phrases, issues: [] });
  });

  it('report unusable rows and keep the others', () => {
    const csv =
      'list,text,kind,severity,expiresOn\nword,好词,word,block,\nword,,word,block,\nword,坏日期,word,block,2027-13-01\nword,级别,word,loud,\nword,(?=x),pattern,warn,\nword,好词,word,block,\n';
    const { words: kept, issues } = userListsFromCsv(csv);
    expect(kept.map((word) => word.text)).toEqual(['好词']);
    expect(issues.map((issue) => [issue.line, issue.code])).toEqual([
      [2, 'empty'],
      [3, 'date'],
      [4, 'severity'],
      [5, 'pattern-syntax'],
      [6, 'duplicate'],
    ]);
  });

  it('write no cell a spreadsheet would run', () => {
    const csv = userListsToCsv([{ ...words[0]!, text: '=cmd' }], []);
    expect(csv).toContain("'=cmd");
    expect(userListsFromCsv(csv).words[0]?.text).toBe('=cmd');
  });
});

describe('compileCustomPattern', () => {
  it.each([
    ['(a+)+$'.repeat(40), 'too-long'],
    ['(a{50}){50}', 'too-large'],
    ['x*', 'empty-match'],
    ['(', 'syntax'],
  ])('refuses %j', (source, fault) => {
    expect(compileCustomPattern(source)).toBe(fault);
  });

  it('finds matches in linear time even for patterns that blow up elsewhere', () => {
    const pattern = compileCustomPattern('(a+)+b');
    expect(typeof pattern === 'string' ? pattern : pattern.find(`${'a'.repeat(20_000)}c aab`)).toEqual([
      { start: 20_002, end: 20_005 },
    ]);
  });
});
