import type { MessageParams } from '#contract/messages/format-message';
import type { ProbeReason } from '#contract/messages/probe-messages';
import type { PageBehaviour, ProbeEvidence } from '../openability/evidence.ts';
import type { Outcome } from '../openability/outcomes.ts';
import type { ProbeFacts, ProbeId } from '../probing/probe-facts.ts';

/** What a probe answered about one link, without the bulk of its evidence. */
export interface ProbeAnswer {
  id: number;
  probe: ProbeId;
  reason: ProbeReason;
  params: MessageParams;
  /** null: nothing against what policy says. */
  outcome: Outcome | null;
  scope: 'article-jump' | 'every-surface';
  /** Nothing was learned: offline, proxy trouble, no usable answer of the gateway. */
  skipped: boolean;
  signals: PageBehaviour[];
  /** ISO instant. */
  checkedAt: string;
  /** Probe pack the answer was read with. */
  packVersion: string;
  runId: number | null;
}

/** Answers behind which the page or notice could not be seen, although they claim nothing against the link. */
const veiled: ReadonlySet<ProbeReason> = new Set([
  'login-wall',
  'bot-check',
  'complaint-page',
  'not-resolved',
] as const);

/** Whether the answer settles what its probe asked, so that older answers no longer count. */
export const isConclusive = ({
  skipped,
  outcome,
  reason,
}: Pick<ProbeAnswer, 'skipped' | 'outcome' | 'reason'>): boolean =>
  !skipped && outcome !== 'unknown' && !veiled.has(reason);

/** The answer as the judge weighs it. */
export function toEvidence(answer: ProbeAnswer): ProbeEvidence {
  const { id, probe, reason, outcome, scope, checkedAt, params, signals } = answer;
  return { id: `check:${id}`, probe, result: reason, outcome, scope, checkedAt, params, signals };
}

/** Of a fresh probe, what is kept as an answer. */
export function answerOf(facts: ProbeFacts, runId: number | null): Omit<ProbeAnswer, 'id'> {
  const { probe, reason, params, outcomeHint, appliesTo, skipped, signals, checkedAt, packVersion } = facts;
  return {
    probe,
    reason,
    params,
    outcome: outcomeHint,
    scope: appliesTo,
    skipped,
    signals,
    checkedAt,
    packVersion,
    runId,
  };
}
