import { describe, expect, it } from 'vitest';
import { judgeItem } from './refusals.ts';
import { sampleFinding, sampleItem, sampleVerdict } from './testing/pack-samples.ts';

const longToken = '48￥ CZ3457 LOcqdeIlU9y￥ https://m.tb.cn/h.UQ4ceEC  olayks煮茶器';
const codes = (item: Parameters<typeof judgeItem>[0], surface: Parameters<typeof judgeItem>[1] = 'group') =>
  judgeItem(item, surface).reasons.map(({ code }) => code);

describe('judgeItem', () => {
  it('lets an item through that nothing speaks against', () => {
    expect(judgeItem(sampleItem(1), 'group')).toEqual({
      refused: false,
      reasons: [],
      override: null,
      canOverride: true,
    });
  });

  it('lets warnings and unknown links through', () => {
    const item = sampleItem(1, { findings: [sampleFinding('warn')], verdict: sampleVerdict('unknown') });
    expect(judgeItem(item, 'group').refused).toBe(false);
  });

  it.each([
    [{ findings: [sampleFinding('block')] }, 'block-findings'],
    [{ verdict: sampleVerdict('blocked') }, 'link-blocked'],
    [{ verdict: sampleVerdict('dead') }, 'link-dead'],
    [{ text: ' \n ' }, 'empty-text'],
  ] as const)('refuses %j', (said, code) => {
    const item = sampleItem(1, said);
    expect(judgeItem(item, 'group').refused).toBe(true);
    expect(codes(item)).toEqual([code]);
  });

  it('names the passages one by one, each once: how a list is written is up to the language', () => {
    const findings = ['加微信', '领红包', '加微信'].map((text) => ({ ...sampleFinding('block'), text }));
    expect(judgeItem(sampleItem(1, { findings }), 'group').reasons).toEqual([
      { code: 'block-findings', params: { count: 3, texts: ['加微信', '领红包'] } },
    ]);
  });

  it('takes a written reason, and only a written one', () => {
    const item = sampleItem(1, { findings: [sampleFinding('block')] });
    expect(judgeItem({ ...item, override: '  ' }, 'group').refused).toBe(true);
    expect(judgeItem({ ...item, override: ' 已确认 ' }, 'group')).toMatchObject({ refused: false, override: '已确认' });
    expect(judgeItem({ ...item, override: '已确认' }, 'group').reasons).toHaveLength(1);
  });

  it('says which refusals a written reason could lift', () => {
    expect(judgeItem(sampleItem(1, { findings: [sampleFinding('block')] }), 'group').canOverride).toBe(true);
    expect(judgeItem(sampleItem(1, { text: ' ' }), 'group').canOverride).toBe(false);
    expect(judgeItem(sampleItem(1, { text: longToken }), 'moments').canOverride).toBe(false);
  });

  it('keeps no reason on items that did not need it', () => {
    expect(judgeItem(sampleItem(1, { override: '多余' }), 'group').override).toBeNull();
  });

  it.each([longToken, '￥SIH6XbwRfyt￥', '复制￥SIH6XbwRfyt￥打开淘宝'])(
    'keeps the 口令 %s out of Moments for good',
    (text) => {
      const item = sampleItem(1, { text, override: '我坚持' });
      expect(codes(item, 'moments')).toEqual(['token-on-moments']);
      expect(judgeItem(item, 'moments').refused).toBe(true);
      expect(judgeItem(item, 'group').refused).toBe(false);
    },
  );

  it('lets the user decide about what may be a 口令', () => {
    const item = sampleItem(1, { text: '复制(UIKV1xqiv04)打开淘宝' });
    expect(codes(item, 'moments')).toEqual(['maybe-token-on-moments']);
    expect(judgeItem(item, 'moments').refused).toBe(true);
    expect(judgeItem({ ...item, override: '是型号' }, 'moments').refused).toBe(false);
  });
});
