import { expect, test } from 'vitest';
import { both } from './html.ts';

const text = { zh: '{n} 处：{what}', en: '{n} {n|passage|passages}: {what}' };
const written = (n: number, what: readonly string[]): string => both(text, { n, what }).markup;

test('a list is written with the marks of each language, a word follows its number', () => {
  expect(written(2, ['加微信', '<b>'])).toBe(
    '<span lang="zh-CN">2 处：加微信、&lt;b&gt;</span><span lang="en">2 passages: 加微信, &lt;b&gt;</span>',
  );
  expect(written(1, ['加微信'])).toContain('<span lang="en">1 passage: 加微信</span>');
});
