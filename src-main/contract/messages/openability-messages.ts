import type { LifecycleFact } from '../../domain/openability/evidence.ts';
import type { Outcome } from '../../domain/openability/outcomes.ts';
import type { Confidence } from '../../domain/openability/pack-shape.ts';
import type { BasisType, SetAside, VerdictBasis, VerdictCaveat } from '../../domain/openability/verdict.ts';
import { fillMessage, type Locale, type MessageText } from './format-message.ts';
import { probeMessages, type ProbeReason } from './probe-messages.ts';

export const outcomeNames: Record<Outcome, MessageText> = {
  opens: { zh: '可直接打开', en: 'Opens' },
  confirm: { zh: '需确认后打开', en: 'Opens after confirming' },
  'copy-to-browser': { zh: '需复制到浏览器', en: 'Copy to browser' },
  'copy-to-app': { zh: '需复制到淘宝', en: 'Copy to Taobao' },
  'not-clickable': { zh: '不可点击', en: 'Not clickable' },
  blocked: { zh: '已被拦截', en: 'Blocked' },
  dead: { zh: '已失效', en: 'Dead' },
  unknown: { zh: '未知', en: 'Unknown' },
};

export const basisTypeNames: Record<BasisType, MessageText> = {
  lifecycle: { zh: '有效期', en: 'Validity' },
  probe: { zh: '探测', en: 'Probe' },
  device: { zh: '真机验证', en: 'Real device' },
  policy: { zh: '规则', en: 'Policy' },
};

export const confidenceNames: Record<Confidence, MessageText> = {
  high: { zh: '可信度高', en: 'High confidence' },
  medium: { zh: '可信度中', en: 'Medium confidence' },
  low: { zh: '可信度低', en: 'Low confidence' },
};

/** `{lastDay}` it works, of a coupon that was used up the day `{seenOn}` it was seen so. */
export const lifecycleMessages: Record<LifecycleFact['code'], MessageText> = {
  expired: {
    zh: '链接过了有效期（有效到 {lastDay}），按失效计。',
    en: 'Past its validity (good until {lastDay}); counts as dead.',
  },
  'coupon-over': { zh: '优惠券已结束（有效到 {lastDay}）。', en: 'The coupon is over (good until {lastDay}).' },
  'coupon-used-up': { zh: '优惠券已领完（{seenOn} 的数据）。', en: 'The coupons are used up (as of {seenOn}).' },
  'dead-domain': { zh: '分享域名早已停用。', en: 'The share domain no longer answers.' },
};

/** `{outcome}` `{on}` `{device}` `{wechatVersion}`. */
const deviceMessage: MessageText = {
  zh: '{on} 在 {device}（微信 {wechatVersion}）上看到：{outcome}。',
  en: 'Seen on {on} on {device} (WeChat {wechatVersion}): {outcome}.',
};

export const setAsideMessages: Record<SetAside, MessageText> = {
  weaker: { zh: '有更直接或更新的依据。', en: 'There is more direct or newer evidence.' },
  'low-confidence': { zh: '可信度低，不据此判定。', en: 'Low confidence: not decided by this.' },
  stale: { zh: '记录已过时，不再作数。', en: 'Too old to count.' },
  'older-than-policy': { zh: '早于现行规则的记录。', en: 'Older than the policy in force.' },
  'later-than-as-of': { zh: '晚于所选日期。', en: 'Later than the chosen day.' },
  'other-scene': { zh: '只说明别的场景。', en: 'Speaks for another scene only.' },
  'says-nothing': { zh: '不说明能否打开。', en: 'Says nothing about opening.' },
};

export const caveatMessages = {
  'no-source': {
    zh: '这个场景没有可用的来源，建议真机验证。',
    en: 'No usable source for this surface; try it on a phone.',
  },
  'only-low-confidence': {
    zh: '只有可信度低的来源，按未知处理。',
    en: 'Only low-confidence sources; treated as unknown.',
  },
  'undated-source': { zh: '来源没有写明日期。', en: 'The sources give no date.' },
  'old-evidence': {
    zh: '最近一次证据是 {on}，之后没有新的测试。',
    en: 'The newest evidence is of {on}; nothing later was tested.',
  },
  'no-block-found': { zh: '本次探测未发现拦截（{checkedAt}）。', en: 'No block found by this probe ({checkedAt}).' },
  'seen-in-article-scene': {
    zh: '这个结果是在文章跳转场景查到的；它是对网址或域名的处罚，其他场景按同样处理。',
    en: 'This was met in the article jump; it is a sanction on the address or domain, so other surfaces are treated alike.',
  },
  'page-not-read': {
    zh: '本次探测没能读到落地页，去处是否还有效没有确认。',
    en: 'The landing page could not be read by this probe; whether it is still there is not confirmed.',
  },
  'differs-from-policy': {
    zh: '与规则包的说法（{policy}）不同。',
    en: 'Differs from what the rule pack says ({policy}).',
  },
  'opened-after-end': {
    zh: '按有效期已失效，但之后有打开的记录，请核对日期。',
    en: 'Dead by its validity, yet seen open; check the dates.',
  },
} as const satisfies Record<string, MessageText>;

/** The text in one language. */
export const pick = (text: MessageText, locale: Locale): string => (locale === 'en' ? text.en : text.zh);

/** Names from a fixed table; anything else stays as it is. */
export function named(names: Readonly<Record<string, MessageText>>, id: string, locale: Locale): string {
  const name = Object.hasOwn(names, id) ? names[id] : undefined;
  return name ? pick(name, locale) : id;
}

/** What a basis says, in the words of the pack or of the catalogue. */
export function describeBasis(basis: VerdictBasis, locale: Locale): string {
  switch (basis.type) {
    case 'policy':
      return basis.note ? pick(basis.note, locale) : basis.id;
    case 'probe': {
      const result = String(basis.params['result'] ?? '');
      const text = Object.hasOwn(probeMessages, result) ? probeMessages[result as ProbeReason] : null;
      return text ? fillMessage(text, basis.params, locale) : result;
    }
    case 'device': {
      const outcome = pick(outcomeNames[basis.outcome ?? 'unknown'], locale);
      return fillMessage(deviceMessage, { ...basis.params, on: basis.on ?? '', outcome }, locale);
    }
    case 'lifecycle': {
      const text = Object.hasOwn(lifecycleMessages, basis.id)
        ? lifecycleMessages[basis.id as LifecycleFact['code']]
        : null;
      return text ? fillMessage(text, basis.params, locale) : basis.id;
    }
  }
}

/** What to know beside a verdict. */
export function describeCaveat(caveat: VerdictCaveat, locale: Locale): string {
  if (caveat.text) return pick(caveat.text, locale);
  const text = Object.hasOwn(caveatMessages, caveat.code)
    ? caveatMessages[caveat.code as keyof typeof caveatMessages]
    : null;
  if (!text) return caveat.code;
  const params: Record<string, string | number> = { ...caveat.params };
  const policy = params['policy'];
  const checkedAt = params['checkedAt'];
  if (typeof policy === 'string') params['policy'] = named(outcomeNames, policy, locale);
  if (typeof checkedAt === 'string') params['checkedAt'] = shanghaiMinute(checkedAt);
  return fillMessage(text, params, locale);
}

/** `2026-11-23 14:05` in Shanghai. */
function shanghaiMinute(instant: string): string {
  const ms = Date.parse(instant);
  return Number.isNaN(ms) ? instant : new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
