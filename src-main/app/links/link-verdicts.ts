import type { LinkRow } from '#contract/links';
import { surfaceIds } from '#contract/surfaces';
import { isLinkKind } from '#domain/links/link-kinds';
import type { DeviceEvidence, LifecycleFact, LinkEvidence, ProbeEvidence } from '#domain/openability/evidence';
import type { Judge } from '#domain/openability/judge';
import type { Verdict } from '#domain/openability/verdict';

/** What ends a stored link, as its columns say. */
export function storedLifecycle(link: LinkRow, dataDate: string | null): LifecycleFact[] {
  if (link.deadFrom === null) return [];
  const code = link.soldOut ? 'coupon-used-up' : link.validityBasis === 'dead-domain' ? 'dead-domain' : 'expired';
  return [{ code, deadFrom: link.deadFrom, knownOn: link.soldOut ? dataDate : null }];
}

/** The full verdict of a stored link on every surface, with everything it rests on. */
export function verdictsOf(
  link: LinkRow,
  judge: Judge,
  evidence: { probes: readonly ProbeEvidence[]; devices: readonly DeviceEvidence[] },
): Verdict[] {
  if (!isLinkKind(link.kind)) return [];
  const { kind, host } = { kind: link.kind, host: link.host };
  const all: LinkEvidence = { ...evidence, lifecycle: storedLifecycle(link, link.issuedOn) };
  return surfaceIds.map((surface) => judge.judge({ kind, host }, surface, all));
}
