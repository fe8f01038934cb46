import type { MessageParams } from '#contract/messages/format-message';
import type { ProbeReason } from '#contract/messages/probe-messages';
import type { Outcome } from '../openability/outcomes.ts';
import { type FailureKind, isEnvironmentFailure, type NetworkFailure } from './network-failure.ts';
import type { ProbeFacts, ProbeId } from './probe-facts.ts';
import type { ProbePack } from './probe-pack.ts';

/** What every result of one probe shares. */
export interface ProbeContext {
  probe: ProbeId;
  url: string;
  host: string;
  /** ISO instant. */
  checkedAt: string;
  pack: ProbePack;
}

type Found = Partial<Omit<ProbeFacts, 'probe' | 'url' | 'reason' | 'checkedAt' | 'packVersion'>>;

export function makeFacts(context: ProbeContext, reason: ProbeReason, found: Found): ProbeFacts {
  const { probe, url, host, checkedAt, pack } = context;
  return {
    probe,
    url,
    skipped: false,
    outcomeHint: null,
    appliesTo: 'every-surface',
    reason,
    signals: [],
    hops: [],
    evidence: [],
    textForReview: null,
    opened: null,
    checkedAt,
    packVersion: pack.id,
    ...found,
    params: { host, at: shanghaiMinute(checkedAt), ...found.params },
  };
}

/** The result when no page could be read: skipped when this computer's network is at fault, else a statement on the link. */
export function failureFacts(context: ProbeContext, failure: NetworkFailure, found: Found): ProbeFacts {
  const params: MessageParams = { detail: failure.detail, count: found.hops?.length ?? 0, ...found.params };
  if (isEnvironmentFailure(failure.kind)) {
    return makeFacts(context, failure.kind, { ...found, params, skipped: true, outcomeHint: null });
  }
  return makeFacts(context, failure.kind, { ...found, params, outcomeHint: failureOutcome(failure.kind) });
}

/** A name that does not exist while others resolve is gone for everybody; anything else may pass. */
const failureOutcome = (kind: FailureKind): Outcome => (kind === 'dns-not-found' ? 'dead' : 'unknown');

/** `2026-11-23 14:05` in Shanghai. */
export function shanghaiMinute(instant: string): string {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  return new Date(ms + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
