import type { Outcome } from '../openability/outcomes.ts';
import type { CalendarDay } from './calendar-day.ts';
import { isWechatPage, type LinkKind } from './link-kinds.ts';
import type { CommissionOwner, Earns } from './link-part.ts';

/** One link of a product, judged for the surface it is to be posted on. */
export interface LinkCandidate {
  /** Decides between candidates that are equal in everything else, so the choice never depends on their order. */
  id: string;
  kind: LinkKind;
  value: string;
  earns: Earns;
  owner: CommissionOwner;
  outcome: Outcome;
  /** Leads to the product's coupon, so that the 券后价 of the copy is what the buyer gets. */
  carriesCoupon: boolean;
  /** null: no end is known. */
  expiresOn: CalendarDay | null;
  /** Still alive on the day it is to be posted. */
  lasts: boolean;
}

/** Why this link; the sentence is `link.choice.<code>`, filled with `params`. */
export type ChoiceReason =
  | 'none'
  | 'only-candidate'
  | 'usable'
  | 'goods'
  | 'earning'
  | 'lasts'
  | 'coupon'
  | 'outcome'
  | 'validity'
  | 'length'
  | 'tie'
  | 'fallback-not-clickable'
  | 'fallback-other-pid'
  | 'fallback-blocked'
  | 'fallback-dead';

export interface LinkChoice {
  chosen: LinkCandidate | null;
  reason: ChoiceReason;
  /** What the chosen link has and the runner-up has not; ids of kinds and outcomes, a date, lengths in characters. */
  params: Readonly<Record<string, string | number>>;
  /** All candidates, best first. */
  ranking: LinkCandidate[];
}

/**
 * The best link for one surface: usable before not usable, one that leads to goods before a page of WeChat, then earning,
 * alive on the day of posting, the coupon, verdict, validity (a later or no known end first), length. Links that are dead,
 * blocked, not clickable or pay somebody else are chosen only when there is nothing else, and the reason then says so.
 */
export function chooseLink(candidates: readonly LinkCandidate[]): LinkChoice {
  const ranking = [...candidates].sort((a, b) => compare(a, b).order || (a.id < b.id ? -1 : Number(a.id > b.id)));
  const [chosen, runnerUp] = ranking;
  if (!chosen) return { chosen: null, reason: 'none', params: {}, ranking };
  const fallback = fallbackReasons[usability(chosen)];
  if (fallback) return { chosen, reason: fallback, params: describe(chosen), ranking };
  if (!runnerUp) return { chosen, reason: 'only-candidate', params: describe(chosen), ranking };
  return { chosen, ...comparedWith(chosen, runnerUp), ranking };
}

/** What one link has over another that ranks below it. */
export function comparedWith(better: LinkCandidate, other: LinkCandidate): Pick<LinkChoice, 'reason' | 'params'> {
  return { reason: compare(better, other).by, params: { ...describe(better), ...describe(other, 'other') } };
}

/** Whether a link can be used at all: alive, let through, clickable, and not paying somebody else. */
export const isUsable = (link: LinkCandidate): boolean => usability(link) === 0;

const fallbackReasons: Readonly<Record<number, ChoiceReason>> = {
  1: 'fallback-not-clickable',
  2: 'fallback-other-pid',
  3: 'fallback-blocked',
  4: 'fallback-dead',
};

/** 0 usable; the higher, the worse. */
function usability({ outcome, owner }: LinkCandidate): number {
  if (outcome === 'dead') return 4;
  if (outcome === 'blocked') return 3;
  if (owner === 'other') return 2;
  return outcome === 'not-clickable' ? 1 : 0;
}

const earningRank: Readonly<Record<Earns, number>> = { yes: 0, unknown: 1, no: 2 };

/** A step the reader can take beats not knowing what happens. */
const outcomeRank: Readonly<Record<Outcome, number>> = {
  opens: 0,
  confirm: 1,
  'copy-to-app': 2,
  'copy-to-browser': 3,
  unknown: 4,
  'not-clickable': 5,
  blocked: 6,
  dead: 7,
};

/** An article in a recommendation is not where to buy; somebody's web page may be. */
const leadsToGoods = ({ kind }: LinkCandidate): boolean => !isWechatPage(kind);

const noKnownEnd = '9999-12-31';

/** `order` < 0: `a` is better; `by` names the first criterion that differs. */
function compare(a: LinkCandidate, b: LinkCandidate): { order: number; by: ChoiceReason } {
  const usable = usability(a) - usability(b);
  if (usable !== 0) return { order: usable, by: 'usable' };
  const goods = Number(leadsToGoods(b)) - Number(leadsToGoods(a));
  if (goods !== 0) return { order: goods, by: 'goods' };
  const earns = earningRank[a.earns] - earningRank[b.earns];
  if (earns !== 0) return { order: earns, by: 'earning' };
  if (a.lasts !== b.lasts) return { order: a.lasts ? -1 : 1, by: 'lasts' };
  const coupon = Number(b.carriesCoupon) - Number(a.carriesCoupon);
  if (coupon !== 0) return { order: coupon, by: 'coupon' };
  const outcome = outcomeRank[a.outcome] - outcomeRank[b.outcome];
  if (outcome !== 0) return { order: outcome, by: 'outcome' };
  const endA = a.expiresOn ?? noKnownEnd;
  const endB = b.expiresOn ?? noKnownEnd;
  if (endA !== endB) return { order: endA > endB ? -1 : 1, by: 'validity' };
  return { order: a.value.length - b.value.length, by: a.value.length === b.value.length ? 'tie' : 'length' };
}

function describe(link: LinkCandidate, prefix = ''): Record<string, string | number> {
  const name = (key: string): string => (prefix === '' ? key : prefix + key.charAt(0).toUpperCase() + key.slice(1));
  return {
    [name('kind')]: link.kind,
    [name('outcome')]: link.outcome,
    [name('earns')]: link.earns,
    [name('length')]: link.value.length,
    ...(link.expiresOn === null ? {} : { [name('expiresOn')]: link.expiresOn }),
  };
}
