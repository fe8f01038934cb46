import { expect, test } from 'vitest';
import { previewParts } from './preview-text.ts';

test('addresses become links, Chinese ends them', () => {
  expect(previewParts('下单：https://s.click.taobao.com/abc，限时')).toEqual([
    { kind: 'text', text: '下单：' },
    { kind: 'link', text: 'https://s.click.taobao.com/abc' },
    { kind: 'text', text: '，限时' },
  ]);
});

test('a text without addresses stays whole, and nothing is lost', () => {
  expect(previewParts('￥abc￥')).toEqual([{ kind: 'text', text: '￥abc￥' }]);
  const text = 'https://a.cn/1 https://a.cn/2\n完';
  expect(
    previewParts(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
  expect(previewParts('')).toEqual([]);
});
