import { expect, test } from 'vitest';
import { referencePattern, referenceText } from './character-references.ts';

const decoded = (text: string): string =>
  text.replace(
    new RegExp(referencePattern, 'g'),
    (whole, decimal?: string, hex?: string, name?: string) => referenceText(decimal, hex, name) ?? whole,
  );

test.each([
  ['&#x2f;&#47;&#47 &amp;&amp &yen;9', '/// && ¥9'],
  ['&ldquo;转&zwj;发&rdquo;', '“转发”'],
  ['https://x.cn/?a=1&copy=2&reg=3&times4=5', 'https://x.cn/?a=1&copy=2&reg=3&times4=5'],
  ['&toString;&valueOf;&constructor;&__proto__;', '&toString;&valueOf;&constructor;&__proto__;'],
  ['&#0;&#xd800;&#x110000;', '&#0;&#xd800;&#x110000;'],
])('%s', (text, meant) => {
  expect(decoded(text)).toBe(meant);
});
