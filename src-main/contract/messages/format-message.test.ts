import { expect, test } from 'vitest';
import { fillMessage } from './format-message.ts';

const text = { zh: '{n} 件，{who}', en: '{n} {n|item|items} of {who}' };

test('places are filled in the language asked for, as plain text', () => {
  expect(fillMessage(text, { n: 3, who: '{n}' }, 'zh-CN')).toBe('3 件，{n}');
  expect(fillMessage(text, { n: 3, who: 'A' }, 'en')).toBe('3 items of A');
});

test('a word follows its number', () => {
  expect(fillMessage(text, { n: 1, who: 'A' }, 'en')).toBe('1 item of A');
  expect(fillMessage(text, { n: 0, who: 'A' }, 'en')).toBe('0 items of A');
});

test('what is missing stays to be seen', () => {
  expect(fillMessage(text, { who: 'A' }, 'en')).toBe('{n} {n|item|items} of A');
});
