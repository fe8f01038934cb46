import type { Blocker } from '#contract/campaigns';
import type { PackItem, RefusalReason } from '../copy-pack/pack-input.ts';
import { classifyText } from '../links/classify.ts';
import { earning } from '../links/earning.ts';
import type { LinkPart } from '../links/link-part.ts';
import type { PickedLink } from './pick-link.ts';
import type { ItemSource, Preparation } from './prepare-item.ts';

const refusalCodes: Partial<Record<RefusalReason['code'], Blocker['code']>> = {
  'block-findings': 'copy-block',
  'link-blocked': 'link-blocked',
  'link-dead': 'link-dead',
  'token-on-moments': 'token-on-moments',
  'maybe-token-on-moments': 'token-on-moments',
  'empty-text': 'copy-empty',
};

/** Everything to know before posting, what would refuse the item first. */
export function itemBlockers(
  source: ItemSource,
  item: PackItem,
  picked: PickedLink | null,
  refusals: readonly RefusalReason[],
  preparation: Preparation,
): Blocker[] {
  const blockers: Blocker[] = refusals.map(({ code, params }) => ({
    code: refusalCodes[code] ?? 'copy-block',
    severity: 'block',
    params: { ...params },
  }));
  const warn = (code: Blocker['code'], params: Blocker['params'] = {}): void => {
    if (!blockers.some((known) => known.code === code)) blockers.push({ code, severity: 'warn', params });
  };
  if (!picked) warn('no-link');
  else linkWarnings(picked, warn);
  textWarnings(item, preparation, warn);
  if (item.findings.some((finding) => finding.severity === 'warn')) {
    warn('copy-warn', { n: item.findings.filter((finding) => finding.severity === 'warn').length });
  }
  const { coupon } = source.product;
  if (coupon?.state === 'expired') warn('coupon-ended', { day: coupon.endsOn ?? '' });
  if (coupon?.state === 'used-up') warn('coupon-used-up');
  return blockers;
}

type Warn = (code: Blocker['code'], params?: Blocker['params']) => void;

function linkWarnings({ row }: PickedLink, warn: Warn): void {
  if (row.outcome === 'not-clickable') warn('link-not-clickable');
  if (row.outcome === 'copy-to-browser') warn('link-needs-browser');
  if (row.outcome === 'unknown') warn('link-unknown');
  if (row.earns === 'no') warn('earns-nothing');
  else if (row.owner === 'other') warn('earns-for-others', { pid: row.pid ?? '' });
  else if (row.earns === 'unknown') warn('earning-unknown');
}

/** What the final text holds may differ from what was chosen: people paste. Nobody else's pid goes out unnoticed. */
function textWarnings(item: PackItem, { ownPids }: Preparation, warn: Warn): void {
  const parts = classifyText(item.text);
  const value = item.link?.value.trim();
  const isChosen = (part: LinkPart): boolean =>
    value !== undefined && (value.includes(part.value) || part.value.includes(value));
  for (const part of parts) {
    if (isChosen(part)) continue;
    const { owner } = earning(part, { ownPids, ownRelationIds: [], fromAffiliateColumn: false });
    if (owner === 'other') warn('earns-for-others', { pid: part.pid ?? '' });
    warn('other-link-in-copy', { value: part.value.slice(0, 60) });
  }
}
