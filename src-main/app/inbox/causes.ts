import type { ItemCheck } from '#app/campaigns/campaign-checks';
import type { Blocker } from '#contract/campaigns';
import type { ItemFix } from '#domain/campaigns/item-fixes';

/** One reason for which an item is in the inbox. */
export interface Cause {
  cause: string;
  severity: Blocker['severity'];
  code: Blocker['code'];
  /** Category of the findings, where the cause is a wording. */
  category: string | null;
  fixes: readonly ItemFix[];
}

const severityOfWording: Partial<Record<Blocker['code'], string>> = { 'copy-block': 'block', 'copy-warn': 'warn' };

/**
 * Why an item is in the inbox; wordings are told apart by their category, because one fix often does for all of one.
 * What a written reason let through and what was posted is done with.
 */
export function causesOf({ state, blockers, findings }: ItemCheck): Cause[] {
  if (state === 'posted') return [];
  const isLetThrough = state === 'ready' || state === 'exported';
  return blockers
    .filter(({ severity }) => severity === 'warn' || !isLetThrough)
    .flatMap(({ code, severity, fixes }): Cause[] => {
      const wording = severityOfWording[code];
      if (wording === undefined) return [{ cause: code, severity, code, category: null, fixes }];
      const categories = new Set(findings.filter((each) => each.severity === wording).map(({ category }) => category));
      return [...categories].map((category) => ({ cause: `${code}/${category}`, severity, code, category, fixes }));
    });
}

interface Counted {
  severity: Blocker['severity'];
  rows: number;
  cause: string;
}

/** What blocks before what only warns, and the largest first. */
export function groupsFirst(a: Counted, b: Counted): number {
  if (a.severity !== b.severity) return a.severity === 'block' ? -1 : 1;
  return b.rows - a.rows || (a.cause < b.cause ? -1 : 1);
}
