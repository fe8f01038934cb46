import { expect, test } from 'vitest';
import { readItemLink, webAddress } from './item-link.ts';

test.each([
  ['http://item.taobao.com/item.htm?id=557662696505', 'taobao', 'taobao', '557662696505'],
  ['https://item.taobao.com/item.htm?spm=a1&id=557662696505&x=1', 'taobao', 'taobao', '557662696505'],
  ['https://detail.tmall.com/item.htm?id=881280651752', 'taobao', 'tmall', '881280651752'],
  ['https://detail.m.tmall.com/item.htm?id=881280651752', 'taobao', 'tmall', '881280651752'],
  ['https://detail.tmall.hk/hk/item.htm?id=881280651752', 'taobao', 'tmall', '881280651752'],
  ['https://a.m.taobao.com/i571035712848.htm', 'taobao', 'taobao', '571035712848'],
  [
    'https://item.taobao.com/item.htm?id=qYtxrMJOC8tmtM-Qq0Z65Sbbq5DqZ9',
    'taobao',
    'taobao',
    'qYtxrMJOC8tmtM-Qq0Z65Sbbq5DqZ9',
  ],
  ['https://item.jd.com/100012043978.html', 'jd', 'jd', '100012043978'],
  ['https://mobile.yangkeduo.com/goods.html?goods_id=123456789', 'pdd', 'pdd', '123456789'],
  [
    'https://haohuo.jinritemai.com/views/product/item2?id=3375241637788821075',
    'douyin',
    'douyin',
    '3375241637788821075',
  ],
  ['https://s.click.taobao.com/t?e=abc', 'taobao', 'taobao', null],
] as const)('%s', (address, market, platform, itemId) => {
  expect(readItemLink(address)).toEqual({ market, platform, itemId });
});

test.each([
  'https://item.taobao.com.evil.cn/item.htm?id=557662696505',
  'https://item.taobao.com@evil.cn/item.htm?id=557662696505',
  'https://nottaobao.com/item.htm?id=557662696505',
  'not a link',
])('%s shows no item of ours', (address) => {
  expect(readItemLink(address)).toBeNull();
});

test('addresses are completed, never made up', () => {
  expect(webAddress('//img.alicdn.com/a.jpg')).toBe('https://img.alicdn.com/a.jpg');
  expect(webAddress('item.taobao.com/item.htm?id=1')).toBe('https://item.taobao.com/item.htm?id=1');
  expect(webAddress('HTTP://a.cn/x')).toBe('HTTP://a.cn/x');
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    '查看详情',
    'http://a.cn http://b.cn',
    '//',
    'a.b',
    '12.50',
  ]) {
    expect(webAddress(text)).toBeNull();
  }
});
