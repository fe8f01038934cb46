import type { Finding, Severity } from '../../compliance/finding.ts';
import type { Outcome } from '../../openability/outcomes.ts';
import type { Verdict } from '../../openability/verdict.ts';
import type { PackInput, PackItem } from '../pack-input.ts';

/** A verdict that rests on one policy row. */
export const sampleVerdict = (outcome: Outcome): Verdict => ({
  surface: 'group',
  asOf: '2026-11-23',
  outcome,
  basis: [
    {
      type: 'policy',
      id: 'wechat-2021-11-29-group',
      source: ['https://weixin.qq.com/external-links'],
      confidence: 'high',
      outcome,
      setAside: null,
      on: '2021-11-29',
      note: { zh: '群聊中可直接访问外部链接', en: 'Links open in groups' },
      params: {},
    },
  ],
  caveats: [{ code: 'no-source', params: {}, text: { zh: '以真机为准', en: 'Try it on a phone' } }],
});

export const sampleFinding = (severity: Severity, text = '转发领红包'): Finding => ({
  rule: 'induced-share-reward',
  category: 'induced_share',
  severity,
  start: 0,
  end: text.length,
  text,
  parts: [],
  folds: [],
  explanation: '以奖励诱导分享',
  basis: {
    pack: 'wechat-extlink@2025-10',
    clause: '2.1.2',
    title: '微信外部链接内容管理规范',
    source: ['https://weixin.qq.com/rules'],
    effectiveFrom: '2019-10-28',
    confidence: 'high',
  },
  suggestions: [],
  clearedBy: null,
});

/** One item that may be exported to a group as it is. */
export function sampleItem(number: number, said: Partial<PackItem> = {}): PackItem {
  const itemId = String(557662696000 + number);
  const link = { kind: 'tb_short_m' as const, value: `https://m.tb.cn/h.VELwT${number}` };
  return {
    productId: `taobao:${itemId}`,
    itemId,
    facts: {
      platform: 'tmall',
      title: `三塘陶瓷创意马克杯第${number}款 带勺办公室家用`,
      shortTitle: `创意马克杯${number}`,
      shop: '三塘陶瓷旗舰店',
      priceFen: 6990 + number * 100,
      finalPriceFen: 3990 + number * 100,
      coupon: { faceFen: 3000, thresholdFen: 6900, startsOn: '2026-11-20', endsOn: '2026-11-30' },
      commissionRateBp: 1550,
      commissionFen: 618,
      monthlySales: 12345,
      recommendText: '带勺马克杯，办公室和家里都合用。',
      url: link.value,
      token: null,
    },
    imageUrls: [`https://img.alicdn.com/bao/uploaded/i${number}/mug.jpg`],
    text: `【广告】创意马克杯${number}\n【在售价】69.9元\n【券后价】39.9元\n【下单链接】${link.value}`,
    link,
    qrUrl: link.value,
    verdict: sampleVerdict('opens'),
    findings: [],
    otherPids: [],
    override: null,
    ...said,
  };
}

/** A group pack of the given items. */
export const samplePack = (items: readonly PackItem[], said: Partial<PackInput> = {}): PackInput => ({
  campaign: { id: 7, name: '双十一 家居专场' },
  surface: 'group',
  templateId: 'builtin:group-standard',
  items,
  refused: [],
  asOf: '2026-11-23',
  rulePacks: [
    { kind: 'openability', id: 'wechat-openability', version: '2026.11' },
    { kind: 'compliance', id: 'wechat-extlink', version: '2025-10' },
  ],
  appVersion: '0.1.0',
  exportedAt: '2026-11-23T06:05:00.000Z',
  images: { poster: { style: 'clean', format: 'portrait' }, productImages: true, square: false },
  adMark: true,
  ...said,
});
