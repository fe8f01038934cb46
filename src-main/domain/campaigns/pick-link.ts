import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import {
  type ChoiceReason,
  chooseLink,
  comparedWith,
  isUsable,
  type LinkCandidate,
  type LinkChoice,
} from '../links/choose-link.ts';
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

interface Candidate {
  row: LinkRow;
  link: LinkCandidate;
}

/** What a choice rests on. */
type Choosable = Pick<ItemSource, 'product' | 'links'> & Partial<Pick<ItemSource, 'postedOn'>>;

function candidates(source: Choosable): Map<string, Candidate> {
  const hasCoupon = source.product.coupon?.state === 'active';
  const found = new Map<string, Candidate>();
  for (const row of source.links) {
    if (!isLinkKind(row.kind)) continue;
    // Stable whatever the row ids are: the same links always give the same choice.
    const id = `${row.kind} ${row.value}`;
    const carriesCoupon = hasCoupon && endsWithCoupon({ kind: row.kind, innerKind: null }, row.origin as LinkField);
    const expiresOn = row.deadFrom === null ? null : addDays(row.deadFrom, -1);
    const { kind, value, earns, owner, outcome } = row;
    const lasts = !isDeadBy(row, source.postedOn ?? null);
    found.set(id, { row, link: { id, kind, value, earns, owner, outcome, carriesCoupon, expiresOn, lasts } });
  }
  return found;
}

/** Whether a link that is alive now counts as dead on a day. */
export const isDeadBy = ({ deadFrom }: Pick<LinkRow, 'deadFrom'>, day: string | null): boolean =>
  day !== null && deadFrom !== null && deadFrom <= day;

interface Choosing {
  all: Map<string, Candidate>;
  choice: LinkChoice;
}

function choose(source: Choosable): Choosing {
  const all = candidates(source);
  return { all, choice: chooseLink([...all.values()].map(({ link }) => link)) };
}

function chosenOf({ all, choice }: Choosing): PickedLink | null {
  const chosen = choice.chosen && all.get(choice.chosen.id);
  return chosen ? { ...chosen, reason: choice.reason, params: choice.params, pinned: false } : null;
}

/** The link an item is posted with: the one the user pinned while it is still there, else the best for the surface. */
export function pickLink(source: Choosable & Pick<ItemSource, 'decision'>, surface: SurfaceId): PickedLink | null {
  const choosing = choose(source);
  const pinnedHash = surface === 'scan_qr' ? null : source.decision.linkHash;
  for (const { row, link } of choosing.all.values()) {
    if (pinnedHash !== null && row.hash === pinnedHash) {
      return { row, link, reason: 'pinned', params: {}, pinned: true };
    }
  }
  return chosenOf(choosing);
}

/** The link that would serve better than the picked one; null when there is none that can be used. */
export function betterLink(source: Choosable, picked: PickedLink | null): PickedLink | null {
  // Without a pin the best link is picked already.
  if (picked !== null && !picked.pinned) return null;
  const best = chosenOf(choose(source));
  if (best === null || !isUsable(best.link) || best.row.hash === picked?.row.hash) return null;
  return best;
}

/** A link of the product beside the others: its rank and why it, or why not. */
export interface RankedLink {
  row: LinkRow;
  /** For the best one why it was chosen, for the others what the best one has over them. */
  reason: ChoiceReason;
  params: Readonly<Record<string, string | number>>;
}

/** All links of a product for a surface, best first. */
export function rankLinks(source: Choosable): RankedLink[] {
  const { all, choice } = choose(source);
  return choice.ranking.flatMap((link, index) => {
    const candidate = all.get(link.id);
    if (!candidate || !choice.chosen) return [];
    const why = index === 0 ? choice : comparedWith(choice.chosen, link);
    return [{ row: candidate.row, reason: why.reason, params: why.params }];
  });
}
