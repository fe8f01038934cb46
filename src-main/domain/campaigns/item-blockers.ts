import type { Blocker } from '#contract/campaigns';
import type { PackItem, RefusalReason } from '../copy-pack/pack-input.ts';
import type { Judgement } from '../copy-pack/refusals.ts';
import { addDays } from '../shared/shanghai-day.ts';
import { isUsable } from '../links/choose-link.ts';
import type { CopyLinks } from './copy-links.ts';
import { fixesOf } from './item-fixes.ts';
import { isDeadBy, type PickedLink } from './pick-link.ts';
import type { ItemSource } from './prepare-item.ts';

const refusalCodes: Partial<Record<RefusalReason['code'], Blocker['code']>> = {
  'block-findings': 'copy-block',
  'link-blocked': 'link-blocked',
  'link-dead': 'link-dead',
  'no-link': 'no-link',
  'other-pid': 'earns-for-others',
  'token-on-moments': 'token-on-moments',
  'maybe-token-on-moments': 'token-on-moments',
  'empty-text': 'copy-empty',
};

export interface BlockerFacts {
  source: ItemSource;
  item: PackItem;
  picked: PickedLink | null;
  judgement: Judgement;
  copyLinks: CopyLinks;
  /** Another link of the product would be better. */
  canRelink: boolean;
}

/** Everything to know before posting, what would refuse the item first; each with what can be done about it. */
export function itemBlockers({ source, item, picked, judgement, copyLinks, canRelink }: BlockerFacts): Blocker[] {
  const blockers: Blocker[] = [];
  // The chosen link can take the place of what was pasted.
  const canReplace = copyLinks.others.length > 0 && picked !== null && isUsable(picked.link);
  const add = (severity: Blocker['severity'], code: Blocker['code'], params: Blocker['params'] = {}): void => {
    if (blockers.some((known) => known.code === code)) return;
    const inCopy = code === 'other-link-in-copy' || code === 'earns-for-others';
    const situation = { canRelink: canRelink || (inCopy && canReplace), canOverride: judgement.canOverride };
    const fixes = fixesOf(code, situation);
    blockers.push({ code, severity, params, fixes });
  };
  for (const { code, params } of judgement.reasons) add('block', refusalCodes[code] ?? 'copy-block', { ...params });
  const warn = (code: Blocker['code'], params?: Blocker['params']): void => add('warn', code, params);
  if (!picked) warn('no-link');
  else linkWarnings(picked, warn);
  const [stranger] = copyLinks.others;
  if (stranger) warn('other-link-in-copy', { value: stranger.value.slice(0, 60) });
  const warnings = item.findings.filter(({ severity }) => severity === 'warn').length;
  if (warnings > 0) warn('copy-warn', { n: warnings });
  const { coupon } = source.product;
  if (coupon?.state === 'expired') warn('coupon-ended', { day: coupon.endsOn ?? '' });
  if (coupon?.state === 'used-up') warn('coupon-used-up');
  endsBeforePosting(source, picked, warn);
  return blockers;
}

/** What is good now but will not be on the day of posting. */
function endsBeforePosting(
  { postedOn, product: { coupon } }: ItemSource,
  picked: PickedLink | null,
  warn: (code: Blocker['code'], params: Blocker['params']) => void,
): void {
  if (postedOn === null) return;
  const deadFrom = picked?.row.deadFrom ?? null;
  if (picked && picked.row.outcome !== 'dead' && deadFrom !== null && isDeadBy(picked.row, postedOn)) {
    warn('link-dead-by-day', { day: postedOn, last: addDays(deadFrom, -1) });
  }
  const isOn = coupon?.state === 'active' || coupon?.state === 'upcoming';
  if (isOn && coupon.endsOn !== null && coupon.endsOn < postedOn) {
    warn('coupon-ends-before', { day: postedOn, last: coupon.endsOn });
  }
}

/** A pid in plain sight while the user has named none of their own says as little as none at all. */
const isDoubtful = ({ earns, owner, earnsReason }: PickedLink['row']): boolean =>
  owner === 'unknown' && (earns === 'unknown' || earnsReason === 'pid-visible');

function linkWarnings({ row }: PickedLink, warn: (code: Blocker['code']) => void): void {
  if (row.outcome === 'not-clickable') warn('link-not-clickable');
  if (row.outcome === 'copy-to-browser') warn('link-needs-browser');
  if (row.outcome === 'unknown') warn('link-unknown');
  if (row.earns === 'no') warn('earns-nothing');
  else if (isDoubtful(row)) warn('earning-unknown');
}
