import { expect, test } from 'vitest';
import { describeImportIssue } from './describe-import-issue.ts';
import type { MessageText } from './format-message.ts';
import { importAdvice } from './import-advice.ts';
import { importFileMessages } from './import-file-messages.ts';
import * as mapping from './import-mapping-messages.ts';
import { importMessages, isImportIssueCode } from './import-messages.ts';

const catalogues: [string, Record<string, MessageText>][] = [
  ['messages', importMessages],
  ['advice', importAdvice],
  ['files', importFileMessages],
  ...Object.entries(mapping as Record<string, Record<string, MessageText>>),
];

const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test.each(catalogues)('%s: both languages say something and name the same parameters', (_, texts) => {
  for (const { zh, en } of Object.values(texts)) {
    expect(zh).toMatch(/[\p{Script=Han}]/u);
    expect(en).not.toMatch(/[，。；：]/u);
    expect(new Set(places(en))).toEqual(new Set(places(zh)));
  }
});

test('every issue has advice, and every advice an issue', () => {
  expect(Object.keys(importAdvice).toSorted()).toEqual(Object.keys(importMessages).toSorted());
});

test('an issue is told with its value and what to do', () => {
  const code = 'id-scientific';
  if (!isImportIssueCode(code)) throw new Error(code);
  const { message, advice } = describeImportIssue(code, { column: '商品id', value: '5.57663E+11' }, 'zh-CN');
  expect(message).toContain('5.57663E+11');
  expect(advice).toContain('文本');
  expect(isImportIssueCode('constructor')).toBe(false);
});
