import { describe, expect, it } from 'vitest';
import { chooseLink, type LinkCandidate } from '../../domain/links/choose-link.ts';
import { describeChoice } from './link-messages.ts';

const candidate = (id: string, changes: Partial<LinkCandidate> = {}): LinkCandidate => ({
  id,
  kind: 'tbk_click_short',
  value: 'https://s.click.taobao.com/CvHjOPu',
  earns: 'yes',
  owner: 'unknown',
  outcome: 'opens',
  carriesCoupon: false,
  expiresOn: null,
  lasts: true,
  ...changes,
});

const lists: Record<string, LinkCandidate[]> = {
  none: [],
  'only-candidate': [candidate('a')],
  lasts: [candidate('a'), candidate('b', { lasts: false, expiresOn: '2026-11-29' })],
  usable: [candidate('a'), candidate('b', { outcome: 'blocked' })],
  goods: [candidate('a'), candidate('b', { kind: 'wx_article' })],
  earning: [candidate('a'), candidate('b', { kind: 'tb_item_pc', earns: 'no' })],
  coupon: [candidate('a'), candidate('b', { carriesCoupon: true })],
  outcome: [candidate('a'), candidate('b', { outcome: 'unknown' })],
  validity: [candidate('a'), candidate('b', { expiresOn: '2026-12-01' })],
  length: [candidate('a'), candidate('b', { value: 'https://s.click.taobao.com/CvHjOPuXX' })],
  tie: [candidate('a'), candidate('b')],
  'fallback-not-clickable': [candidate('a', { outcome: 'not-clickable' })],
  'fallback-other-pid': [candidate('a', { owner: 'other' })],
  'fallback-blocked': [candidate('a', { outcome: 'blocked' })],
  'fallback-dead': [candidate('a', { outcome: 'dead' })],
};

describe('describeChoice', () => {
  it.each(Object.entries(lists))('%s is one full sentence in both languages', (reason, candidates) => {
    const choice = chooseLink(candidates);
    expect(choice.reason).toBe(reason);
    for (const locale of ['zh-CN', 'en'] as const) expect(describeChoice(choice, locale)).not.toMatch(/[{}]/);
  });

  it('names kinds and outcomes in words', () => {
    expect(describeChoice(chooseLink(lists['earning'] ?? []), 'zh-CN')).toBe(
      '选淘宝客短链接：有佣金，而淘宝商品页不赚佣金。',
    );
  });
});
