import { describe, expect, it } from 'vitest';
import { copyHints } from './copy-hints.ts';

const link = { kind: 'tb_short_m' as const, value: 'https://m.tb.cn/h.VELwTd9' };
const longToken = {
  kind: 'tkl_union_long' as const,
  value: '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  煮茶器',
};
const codes = (...given: Parameters<typeof copyHints>): string[] => copyHints(...given).map(({ code }) => code);

describe('copyHints', () => {
  it('has nothing to say about a short copy with its link', () => {
    expect(codes(`杯子\n${link.value}`, 'group', link)).toEqual([]);
  });

  it('counts lines as Moments shows them, wrapped ones too, and says how sure that is', () => {
    expect(codes('一\n二\n三\n四\n五\n六', 'moments', link)).toEqual([]);
    expect(copyHints('一\n二\n三\n四\n五\n六\n七', 'moments', link)[0]).toEqual({
      code: 'folds',
      confidence: 'low',
      params: { lines: 7, limit: 6 },
    });
    expect(codes('字'.repeat(121), 'moments', link)).toEqual(['folds']);
    expect(codes('字'.repeat(121), 'group', link)).toEqual(['link-not-in-text']);
  });

  it('counts characters for WeCom', () => {
    expect(codes('字'.repeat(2001), 'wecom', null)).toEqual(['too-long', 'no-link']);
    expect(codes('😀'.repeat(2000), 'wecom', null)).toEqual(['no-link']);
  });

  it('misses a link that is not in the text, or not there at all', () => {
    expect(codes('杯子', 'group', link)).toEqual(['link-not-in-text']);
    expect(codes('杯子', 'group', null)).toEqual(['no-link']);
    expect(codes('杯子', 'moments', link)).toEqual([]);
  });

  it('wants a 口令 alone on its line', () => {
    expect(codes(`复制：\n${longToken.value}\n完`, 'group', longToken)).toEqual([]);
    expect(codes(longToken.value, 'group', longToken)).toEqual([]);
    expect(codes(`复制：${longToken.value}`, 'group', longToken)).toEqual(['token-not-alone']);
    expect(codes(`${longToken.value} 打开`, 'group', longToken)).toEqual(['token-not-alone']);
  });
});
