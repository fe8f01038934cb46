import type { LinkRow } from '#contract/links';
import { surfaceIds } from '#contract/surfaces';
import type { DeviceRecord } from '#domain/checking/device-records';
import { linkEvidence } from '#domain/checking/link-evidence';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import { isLinkKind } from '#domain/links/link-kinds';
import type { JudgedLink, LifecycleFact, LinkEvidence } from '#domain/openability/evidence';
import type { Judge } from '#domain/openability/judge';
import type { Verdict } from '#domain/openability/verdict';

/** What was stored about a link beside its own columns. */
export interface StoredEvidence {
  answers: readonly ProbeAnswer[];
  /** May hold records of other links; those that do not apply are ignored. */
  records: readonly DeviceRecord[];
}

/** The columns that say when a link ends. */
export type EndColumns = Pick<LinkRow, 'deadFrom' | 'soldOut' | 'validityBasis'>;

/** What ends a stored link, as its columns say. */
export function storedLifecycle(link: EndColumns, dataDate: string | null): LifecycleFact[] {
  if (link.deadFrom === null) return [];
  const code = lifecycleCode(link);
  return [{ code, deadFrom: link.deadFrom, knownOn: code === 'coupon-used-up' ? dataDate : null }];
}

function lifecycleCode({ soldOut, validityBasis }: EndColumns): LifecycleFact['code'] {
  if (validityBasis === 'coupon-end') return soldOut ? 'coupon-used-up' : 'coupon-over';
  return validityBasis === 'dead-domain' ? 'dead-domain' : 'expired';
}

/** A stored link ready for a judge of that day, with everything known of it; null for a kind this version does not know. */
export function judgedLink(
  link: Pick<LinkRow, 'kind' | 'host' | 'hash' | 'issuedOn'> & EndColumns,
  stored: StoredEvidence,
  asOf: string,
): { link: JudgedLink; evidence: LinkEvidence } | null {
  const { kind, host, hash } = link;
  if (!isLinkKind(kind)) return null;
  const lifecycle = storedLifecycle(link, link.issuedOn);
  return linkEvidence({ kind, host, linkHash: hash }, { ...stored, lifecycle }, asOf);
}

/** The full verdict of a stored link on one surface. */
export function verdictOn(link: LinkRow, surface: string, judge: Judge, stored: StoredEvidence): Verdict | null {
  const judged = judgedLink(link, stored, judge.asOf);
  return judged && judge.judge(judged.link, surface, judged.evidence);
}

/** The full verdict of a stored link on every surface, with everything it rests on. */
export function verdictsOf(link: LinkRow, judge: Judge, stored: StoredEvidence): Verdict[] {
  return surfaceIds.flatMap((surface) => verdictOn(link, surface, judge, stored) ?? []);
}
