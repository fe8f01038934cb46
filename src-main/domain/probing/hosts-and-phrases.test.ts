import { describe, expect, it } from 'vitest';
import { groupOf, hostIn, hostOf, siteOf } from './hosts.ts';
import { findPhrase, squash } from './phrases.ts';

describe('hosts', () => {
  it('counts a host in its own domain only', () => {
    expect(hostIn('m.tb.cn', ['tb.cn'])).toBe(true);
    expect(hostIn('TB.CN.', ['tb.cn'])).toBe(true);
    expect(hostIn('xtb.cn', ['tb.cn'])).toBe(false);
    expect(hostIn('tb.cn.evil.test', ['tb.cn'])).toBe(false);
  });

  it('finds the registered name', () => {
    expect(
      ['a.b.example.com', 'example.com.cn', 'a.example.com.cn', 'example.cn', 'localhost', '1.2.3.4'].map(siteOf),
    ).toEqual(['example.com', 'example.com.cn', 'example.com.cn', 'example.cn', 'localhost', '1.2.3.4']);
  });

  it('puts a platform’s hosts together', () => {
    const families = [{ id: 'taobao', hosts: ['taobao.com', 'tb.cn'] }];
    expect(groupOf('m.tb.cn', families)).toBe(groupOf('item.taobao.com', families));
    expect(groupOf('a.example.com', families)).toBe('example.com');
  });

  it('knows no host in an app scheme', () => {
    expect(hostOf('alipays://platformapi/startapp')).toBe('');
  });
});

describe('findPhrase', () => {
  it.each([
    ['如需浏览，请长按网址', '如需浏览,请长按网址复制', true],
    ['已停止访问该网页', '已 停止\n访问\u200b该网页', true],
    ['据用户投诉…欺诈', '据用户投诉及腾讯网址安全中心检测，该网页包含恶意欺诈内容', true],
    ['据用户投诉…欺诈', `据用户投诉${'很'.repeat(100)}欺诈`, false],
    ['甲…乙…丙', '甲1乙2丙', true],
    ['甲…乙…丙', '甲1丙2乙', false],
    ['甲…乙', `甲${'x'.repeat(90)}甲y乙`, true],
    ['已下架', '上架', false],
  ])('%s in %s: %s', (phrase, text, found) => {
    expect(findPhrase(squash(text), phrase) >= 0).toBe(found);
  });
});
