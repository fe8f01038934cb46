/** Kinds of violation the scale tells apart, each with the detector whose rules speak for it. */
export const groups = [
  { name: 'share', detector: 'share-reward' },
  { name: 'gate', detector: 'share-gate' },
  { name: 'coerce', detector: 'share-coerce' },
  { name: 'assist', detector: 'invite-reward' },
  { name: 'follow', detector: 'follow-reward' },
  { name: 'download', detector: 'download-reward' },
  { name: 'bait', detector: 'cash-giveaway' },
  { name: 'lottery', detector: 'duobao' },
  { name: 'levels', detector: 'multilevel' },
  { name: 'harass', detector: 'harass' },
  { name: 'notice', detector: 'fake-notice' },
  { name: 'token', detector: 'code-frame-app' },
  { name: 'dodge', detector: 'dodge' },
  { name: 'absolute', detector: 'abs-misc' },
  { name: 'medical', detector: 'medical-function' },
  { name: 'efficacy', detector: 'result-time' },
  { name: 'finance', detector: 'invest-return' },
  { name: 'education', detector: 'edu-promise' },
  { name: 'estate', detector: 'estate-promise' },
] as const;

/** Detectors of facts that no sentence around them makes harmless: codes, addresses, goods that may not be advertised. */
const facts =
  /^(code-.*|ad-mark|jump-.*browser.*|special-supply|infant-milk|alcohol|fake-goods|gamble|porn|illegal-goods)$/;

/** Whether the scale may call a match of a detector a coincidence. */
export function isOutweighed(detector: string): boolean {
  return !facts.test(detector);
}

type GroupName = (typeof groups)[number]['name'];

const groupOfCategory: Record<string, GroupName> = {
  'share.incentive': 'share',
  'induced-share': 'share',
  'share.forced': 'gate',
  'share.coerce': 'coerce',
  'coerced-share': 'coerce',
  rumor: 'coerce',
  'share.assist': 'assist',
  'fission-reward': 'assist',
  'vote.paid': 'assist',
  'follow.induced': 'follow',
  'induced-follow': 'follow',
  'jump.incentive': 'download',
  'jump.mismatch': 'download',
  'jump.forced': 'download',
  'induced-download': 'download',
  fraud: 'bait',
  illegal: 'bait',
  'false-redpacket': 'bait',
  lottery: 'lottery',
  'promo.lottery': 'lottery',
  'groupbuy.improper': 'lottery',
  'multi-level': 'levels',
  'distribution.multilevel': 'levels',
  'spam.harass': 'harass',
  overmarketing: 'harass',
  'spoof.wechat': 'notice',
  'token.special_code': 'token',
  'password-token': 'token',
  'evade.multi_domain': 'dodge',
  'evade.cloaking': 'dodge',
  'adlaw.absolute': 'absolute',
  'absolute-terms': 'absolute',
  'adlaw.state': 'absolute',
  'adlaw.medical': 'medical',
  'adlaw.infant': 'medical',
  'adlaw.efficacy': 'efficacy',
  'adlaw.finance': 'finance',
  'adlaw.education': 'education',
  'adlaw.estate': 'estate',
};

/** Group of a labelled or answered category; null when none fits. */
export function categoryOf(category: string | null): string | null {
  return category === null ? null : (groupOfCategory[category] ?? null);
}
