import { describe, expect, it } from 'vitest';
import { withLink, withoutTokens } from './copy-edits.ts';

const own = { ownPids: ['mm_1_2_3'], ownRelationIds: [] };
const link = 'https://s.click.taobao.com/NewOne1';
const old = 'https://s.click.taobao.com/OldOne1';

describe('withLink', () => {
  it('puts the link in the place of the product’s others and keeps every other character', () => {
    expect(withLink(`第一行\n【下单链接】${old}\n好评如潮🎉`, link, [old], own)).toBe(
      `第一行\n【下单链接】${link}\n好评如潮🎉`,
    );
  });

  it('replaces once and takes further links of the product out', () => {
    expect(withLink(`${old}\n￥SIH6XbwRfyt￥`, link, [old, '￥SIH6XbwRfyt￥'], own)).toBe(`${link}\n`);
  });

  it('replaces what pays somebody else, wherever it came from', () => {
    const foreign = 'https://uland.taobao.com/coupon/edetail?e=abc&pid=mm_9_9_9&activityId=1';
    expect(withLink(`看这里 ${foreign}`, link, [], own)).toBe(`看这里 ${link}`);
  });

  it('leaves links alone that belong to neither', () => {
    const text = '规则见 https://example.com/rules';
    expect(withLink(text, link, [old], own)).toBe(text);
    expect(withLink(`${old} ${link}`, link, [old], own)).toBe(`${old} ${link}`);
  });
});

describe('withoutTokens', () => {
  it('takes a 口令 out together with the lines that carried and explained it', () => {
    const text = '【广告】马克杯\n【券后价】39元\n\n复制下面的口令，打开手机淘宝查看：\n￥SIH6XbwRfyt￥\n';
    expect(withoutTokens(text)).toBe('【广告】马克杯\n【券后价】39元');
  });

  it('keeps the words around one', () => {
    expect(withoutTokens('今天 ￥SIH6XbwRfyt￥ 好价')).toBe('今天  好价');
  });

  it('changes nothing without one', () => {
    const text = '马克杯\n\n\n复制到浏览器打开 https://s.click.taobao.com/OldOne1 ';
    expect(withoutTokens(text)).toBe(text);
  });
});
