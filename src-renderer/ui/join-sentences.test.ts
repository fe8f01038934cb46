import { expect, test } from 'vitest';
import { joinSentences } from './join-sentences.ts';

test('a blank stands between sentences in English only, and what is not said leaves none', () => {
  expect(joinSentences(['以此为例。', null, '没有图。'], 'zh-CN')).toBe('以此为例。没有图。');
  expect(joinSentences(['For example.', '', 'No picture.'], 'en')).toBe('For example. No picture.');
  expect(joinSentences(['For example.', null], 'en')).toBe('For example.');
});
