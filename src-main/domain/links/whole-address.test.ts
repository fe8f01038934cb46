import { expect, it } from 'vitest';
import { classifyText } from './classify.ts';
import type { LinkPart } from './link-part.ts';

function only(text: string): LinkPart {
  const [part, ...more] = classifyText(text);
  if (!part || more.length > 0) throw new Error(`not one link in ${text}`);
  return part;
}

it.each([
  ['https://uland.taobao.com/coupon/edetail?e=HcDWJQP6', '&traceId=x&pid=mm_1_2_3'],
  ['https://uland.taobao.com/coupon/edetail?e=HcDWJQP6d12lh', 'HvvyUNX&traceId=x&pid=mm_1_2_3'],
  ['https://uland.taobao.com/coupon/edetail?e=HcDWJQP6d12lh&pi', 'd=mm_1_2_3'],
  ['https://uland.taobao.com/coupon/edetail?e=HcDWJQP6&pid=mm_29', '563340_122900348_29874650260'],
  ['https://uland.taobao.com/coupon/edetail?e=HcDWJQP6&pid=mm_29563340_', '122900348_29874650260'],
  ['https://s.click.taobao.com/t?e=m%3D2%26s%', '3DwjLyIMUsYHccQipKwQ'],
  ['https://s.click.taobao.com/t?e=m%3D2', '%26s%3DwjLyIMUsYHccQipKwQ'],
])('joins a link that a mail broke: %s / %s', (head, rest) => {
  const part = only(`${head}  \r\n${rest}.\n下单`);
  expect(part).toMatchObject({ value: head + rest, earns: 'yes', certainty: 'sure' });
  expect(part.canonical).toBe(only(head + rest).canonical);
});

it.each([
  ['https://uland.taobao.com/coupon/edetail?e=abc', 'OLAY'],
  ['https://uland.taobao.com/coupon/edetail?e=abc', '39.9'],
  ['https://uland.taobao.com/coupon/edetail?e=abc', '====='],
  ['https://uland.taobao.com/coupon/edetail?e=abc', '????'],
  ['https://uland.taobao.com/coupon/edetail?e=abc', '￥SIH6XbwRfyt￥'],
  ['https://s.click.taobao.com/t?e=m%3D2%26s%3DwjLyIMUsYHccQipKwQzePOeEDrYVVa64', '1.'],
  ['https://s.click.taobao.com/t?e=m%3D2%26s%3D', 'https://u.jd.com/XaEB1jq'],
  ['https://s.click.taobao.com/t?e=m%3D2%26s%3D', 'u.jd.com/XaEB1jq'],
  ['https://s.click.taobao.com/CvHjOPu', 'AbCd1234'],
])('does not join %s / %s', (head, rest) => {
  const [part] = classifyText(`${head}\n${rest}`);
  expect(part).toMatchObject({ value: head, earns: 'yes', certainty: 'sure' });
});

it.each([
  'https://uland.taobao.com/coupon/edetail?e=HcDWJQP6d12…',
  'https://s.click.taobao.com/t?e=m%3D2%26s%3Dwj...',
  'https://uland.taobao.com/coupon/edetail?e=abc&pid=mm_29563340_122900348_29…',
  'https://s.click.taobao.com/t?e=m%3D2%26s%3DwjLyIMUsYHccQipKwQzePOeEDrYV\nVa64LKpWJ',
  'https://uland.taobao.com/coupon/edetail?e=abc&pid=mm_29563340_122900348_2987465\n0260',
  'tbopen://m.taobao.com/tbopen/index.html?h5Url=https%3A%2F%2Fs.click.taobao.com%2Ft%3Fe%3Dm…',
  'https://s.click.taobao.com/t?e=m%3D2%26s\u200b%3DwjLyIMUs',
  'https://uland.taobao.com/coupon/edetail?e=abc&pid= mm_1_2_3',
])('does not say of a link that may be cut whom it pays: %s', (text) => {
  const part = only(text);
  expect(part).toMatchObject({ earns: 'unknown', earnsReason: 'cut-off', pid: null, certainty: 'maybe' });
  expect(classifyText(part.canonical)).toMatchObject([{ canonical: part.canonical, earnsReason: 'cut-off' }]);
});

it('takes an ellipsis behind a short code or an item page for one of the sentence', () => {
  expect(classifyText('看https://s.click.taobao.com/CvHjOPu……')).toMatchObject([{ earns: 'yes' }]);
  expect(only('https://item.taobao.com/item.htm?id=557662696505…')).toMatchObject({ itemId: '557662696505' });
});
