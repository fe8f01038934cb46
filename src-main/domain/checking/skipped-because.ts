import type { ProbeAnswer } from './probe-answer.ts';

/**
 * Why nothing was learned about a link, by the reason of the visit that failed; null when something was. WeChat's gateway
 * finding no block is not enough while the link itself could not be visited: a dead line must never end as an OK.
 * @param answers of one link's probes in one run
 */
export function skippedBecause<Answer extends Pick<ProbeAnswer, 'probe' | 'skipped' | 'outcome' | 'reason'>>(
  answers: readonly Answer[],
): Answer['reason'] | null {
  const learned = answers.some(
    ({ probe, skipped, outcome }) => !skipped && (probe !== 'wapredirect' || outcome !== null),
  );
  if (learned || answers.length === 0) return null;
  return answers.find(({ probe, skipped }) => probe === 'direct' && skipped)?.reason ?? answers[0]?.reason ?? null;
}
