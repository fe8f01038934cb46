import type { Blocker } from '#contract/campaigns';

/** Things a person can do about a blocker, each offered as a button. */
export const itemFixes = [
  'relink',
  'rewrite',
  'edit',
  'add-link',
  'move',
  'allow',
  'override',
  'leave-out',
  'remove',
] as const;
export type ItemFix = (typeof itemFixes)[number];

/** What comes next for an item: a fix, or a step on the way to being posted. */
export type ItemStep = ItemFix | 'export' | 'mark-posted';

/** What decides which fixes are worth offering. */
export interface FixSituation {
  /** Another link of the product would be better on this surface. */
  canRelink: boolean;
  /** A written reason could let the item through. */
  canOverride: boolean;
}

/** Most helpful first: the first that is possible becomes the next step. */
const fixesByBlocker: Readonly<Record<Blocker['code'], readonly ItemFix[]>> = {
  'product-gone': ['remove'],
  'no-link': ['add-link', 'override', 'leave-out', 'remove'],
  'link-blocked': ['relink', 'move', 'add-link', 'override', 'leave-out', 'remove'],
  'link-dead': ['relink', 'add-link', 'override', 'leave-out', 'remove'],
  'link-not-clickable': ['relink', 'move'],
  'link-needs-browser': ['relink', 'move'],
  'link-unknown': [],
  'earns-nothing': ['relink', 'add-link'],
  'earns-for-others': ['relink', 'add-link', 'edit', 'override', 'leave-out', 'remove'],
  'earning-unknown': ['relink', 'add-link'],
  'copy-block': ['rewrite', 'edit', 'allow', 'move', 'override', 'leave-out', 'remove'],
  'copy-warn': ['rewrite', 'edit', 'allow'],
  'copy-empty': ['edit', 'leave-out', 'remove'],
  'other-link-in-copy': ['relink', 'edit'],
  'token-on-moments': ['rewrite', 'move', 'edit', 'leave-out', 'remove'],
  'coupon-ended': ['leave-out', 'remove'],
  'coupon-used-up': ['leave-out', 'remove'],
  'link-dead-by-day': ['relink', 'add-link'],
  'coupon-ends-before': ['leave-out', 'remove'],
};

/** The fixes that make sense for a blocker, most helpful first. */
export function fixesOf(code: Blocker['code'], { canRelink, canOverride }: FixSituation): ItemFix[] {
  return fixesByBlocker[code].filter((fix) => (fix !== 'relink' || canRelink) && (fix !== 'override' || canOverride));
}

/** The one next step of an item; null when it was posted. */
export function nextStep(item: { state: string; blockers: readonly Blocker[] }): ItemStep | null {
  if (item.state === 'posted') return null;
  if (item.state === 'exported') return 'mark-posted';
  if (item.state === 'ready') return 'export';
  const blocking = item.blockers.find(({ severity, fixes }) => severity === 'block' && fixes.length > 0);
  return blocking?.fixes[0] ?? 'remove';
}
