import type { LinkProber } from '#app/ports/link-prober';
import type { ProbedText } from '#contract/checks';
import { surfaceIds } from '#contract/surfaces';
import type { DeviceRecord } from '#domain/checking/device-records';
import { linkEvidence } from '#domain/checking/link-evidence';
import { answerOf } from '#domain/checking/probe-answer';
import type { Finding } from '#domain/compliance/finding';
import { classifyText } from '#domain/links/classify';
import { lifecycleFacts } from '#domain/links/lifecycle';
import type { Judge } from '#domain/openability/judge';
import type { ProbePack } from '#domain/probing/probe-pack';
import { textHash } from '#domain/shared/text-hash';
import { checkLink } from './check-link.ts';

interface Dependencies {
  probes: LinkProber;
  pack: ProbePack;
  lintLanding(text: string): Finding[];
  judge: Judge;
  records: readonly DeviceRecord[];
}

/** Nothing is known of a text that was typed in. */
const noContext = { issuedOn: null, couponEndsOn: null, fromField: null, couponLeft: null, couponSeenOn: null };

/** Probes texts once, without a catalog: what was asked, what came back, and what it means on each surface. */
export async function probeTexts(
  deps: Dependencies,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<ProbedText[]> {
  const results: ProbedText[] = [];
  for (const input of texts) results.push(await probeText(deps, input, signal));
  return results;
}

async function probeText(deps: Dependencies, input: string, signal: AbortSignal): Promise<ProbedText> {
  const [part] = classifyText(input);
  if (!part) return { input, kind: null, url: null, answers: [], skipReason: null, verdicts: [], findings: [] };
  const { kind, url, host, canonical } = part;
  const checked = url === null ? null : await checkLink(deps, { kind, url }, { askWechat: true, signal });
  const facts = checked?.facts ?? [];
  const answers = facts.map((one, index) => ({ ...answerOf(one, null), id: index + 1 }));
  const known = { answers, records: deps.records, lifecycle: lifecycleFacts(part, noContext) };
  const judged = linkEvidence({ kind, host, linkHash: textHash(canonical) }, known, deps.judge.asOf);
  return {
    input,
    kind,
    url,
    answers: facts.map((one) => {
      const { runId: _none, ...answer } = answerOf(one, null);
      return { ...answer, url: one.url, hops: one.hops, evidence: one.evidence, opened: one.opened };
    }),
    skipReason: checked?.skipReason ?? null,
    verdicts: surfaceIds.map((surface) => deps.judge.judge(judged.link, surface, judged.evidence)),
    findings: checked?.findings ?? [],
  };
}
