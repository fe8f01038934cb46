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

test('a list is written with the marks of the language', () => {
  expect(fillMessage(text, { n: 2, who: ['微信', 'QQ'] }, 'zh-CN')).toBe('2 件，微信、QQ');
  expect(fillMessage(text, { n: 2, who: ['微信', 'QQ'] }, 'en')).toBe('2 items of 微信, QQ');
});
