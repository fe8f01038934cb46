import { expect, test } from 'vitest';
import { otherShopAt } from './other-shops.ts';
import { parsePlatform } from './platform.ts';

test.each([
  ['淘宝', 'taobao'],
  ['淘宝网', 'taobao'],
  ['C店', 'taobao'],
  ['0', 'taobao'],
  ['天 猫', 'tmall'],
  ['天貓國際', 'tmall'],
  ['B', 'tmall'],
  ['京东自营', 'jd'],
  ['JD.com', 'jd'],
  ['拼多多', 'pdd'],
  ['抖音商城', 'douyin'],
])('%s is a platform', (text, platform) => {
  expect(parsePlatform(text)).toEqual({ platform });
});

test.each([
  ['1688', '1688'],
  ['唯品会特卖', '唯品会'],
  ['苏宁易购', '苏宁'],
  ['Amazon', '亚马逊'],
])('%s is another shop', (text, name) => {
  expect(parsePlatform(text)).toEqual({ otherShop: expect.stringContaining(name) as unknown });
});

test.each(['', '非天猫', '某站', '16', '10', 'bc', '淘宝和唯品会', '天猫/京东', `天猫${'国'.repeat(30)}`])(
  '%s is none',
  (text) => {
    expect(parsePlatform(text)).toBeNull();
  },
);

test('another shop is told by its host, not by what only looks like it', () => {
  expect(otherShopAt('https://detail.1688.com/offer/1.html')).toBe('1688');
  expect(otherShopAt('https://VIP.com/x')).toContain('唯品会');
  for (const address of [
    'https://notvip.com/',
    'https://vip.com.evil.cn/',
    'https://a.cn/?u=vip.com',
    'vip.com',
    'x',
  ]) {
    expect(otherShopAt(address)).toBeNull();
  }
});
