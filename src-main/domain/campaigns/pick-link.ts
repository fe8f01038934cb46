import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { type ChoiceReason, chooseLink, type LinkCandidate } from '../links/choose-link.ts';
import { isLinkKind } from '../links/link-kinds.ts';
import { endsWithCoupon } from '../links/validity.ts';
import { addDays } from '../shared/shanghai-day.ts';
import type { LinkField } from '../catalog/imported-row.ts';
import type { ItemSource } from './prepare-item.ts';

export interface PickedLink {
  row: LinkRow;
  link: LinkCandidate;
  /** Code of `link.choice.…`, or `pinned` when the user chose. */
  reason: ChoiceReason | 'pinned';
  params: Readonly<Record<string, string | number>>;
  pinned: boolean;
}

function candidates(source: Pick<ItemSource, 'product' | 'links'>): Map<string, { row: LinkRow; link: LinkCandidate }> {
  const hasCoupon = source.product.coupon?.state === 'active';
  const found = new Map<string, { row: LinkRow; link: LinkCandidate }>();
  for (const row of source.links) {
    if (!isLinkKind(row.kind)) continue;
    // Stable whatever the row ids are: the same links always give the same choice.
    const id = `${row.kind} ${row.value}`;
    const carriesCoupon = hasCoupon && endsWithCoupon({ kind: row.kind, innerKind: null }, row.origin as LinkField);
    const expiresOn = row.deadFrom === null ? null : addDays(row.deadFrom, -1);
    const { kind, value, earns, owner, outcome } = row;
    found.set(id, { row, link: { id, kind, value, earns, owner, outcome, carriesCoupon, expiresOn } });
  }
  return found;
}

/** The link an item is posted with: the one the user pinned while it is still there, else the best for the surface. */
export function pickLink(
  source: Pick<ItemSource, 'product' | 'links' | 'decision'>,
  surface: SurfaceId,
): PickedLink | null {
  const all = candidates(source);
  const pinnedHash = surface === 'scan_qr' ? null : source.decision.linkHash;
  for (const { row, link } of all.values()) {
    if (pinnedHash !== null && row.hash === pinnedHash) {
      return { row, link, reason: 'pinned', params: {}, pinned: true };
    }
  }
  const choice = chooseLink([...all.values()].map(({ link }) => link));
  const chosen = choice.chosen && all.get(choice.chosen.id);
  return chosen ? { ...chosen, reason: choice.reason, params: choice.params, pinned: false } : null;
}
