import { expect, it } from 'vitest';
import { replaceEmoji } from './emoji-words.ts';
import { createView, push, textOf } from './view.ts';

const pairs = new Set(['点赞', '到群'].map((pair) => pair.charCodeAt(0) * 0x10000 + pair.charCodeAt(1)));

function read(text: string): string {
  const view = createView(text.length);
  for (let at = 0; at < text.length; at += 1) push(view, text.charCodeAt(at), at, at + 1, 0);
  return textOf(replaceEmoji(view, pairs));
}

it.each([
  ['点👍领红包', '点赞领红包'],
  ['给我点👍', '给我点赞'],
  ['👍满38件', '赞满38件'],
  ['集38个👍', '集38个赞'],
  ['凑齐六十个 👍，换礼物', '凑齐六十个 赞，换礼物'],
  ['求👍', '求赞'],
  ['发🧧', '发红包'],
  ['带到👥，立得', '带到群，立得'],
  ['全🌏好吃', '全球好吃'],
])('reads the emoji of %s as a word', (text, words) => {
  expect(read(text)).toBe(words);
});

it.each(['两只装更划算👍', '更划算👍👍\n下单', '真香👍！', '好吃👍，回购', '👍', '环游世界🌍，出发'])(
  'leaves the emoji of %s as an adornment',
  (text) => {
    expect(read(text)).toBe(text);
  },
);

it('reads thousands of emoji in a row', () => {
  const text = '👍'.repeat(20_000);
  expect(read(text)).toBe(text);
});
