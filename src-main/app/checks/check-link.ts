import type { LinkProber } from '#app/ports/link-prober';
import type { SkipReason } from '#contract/messages/check-messages';
import { answerOf } from '#domain/checking/probe-answer';
import { asksWechat, needsResolving } from '#domain/checking/probe-plan';
import { skippedBecause } from '#domain/checking/skipped-because';
import type { Finding } from '#domain/compliance/finding';
import { classifyText } from '#domain/links/classify';
import { isLinkKind, type LinkKind } from '#domain/links/link-kinds';
import type { ResolvedTarget } from '#domain/links/resolved-earning';
import { isPlatform } from '#domain/probing/hosts';
import type { ProbeFacts } from '#domain/probing/probe-facts';
import type { ProbePack } from '#domain/probing/probe-pack';

interface Dependencies {
  probes: LinkProber;
  pack: ProbePack;
  /** Findings of the compliance rules on a landing page's text. */
  lintLanding(text: string): Finding[];
}

/** What was learned about one link. */
export interface CheckedLink {
  facts: ProbeFacts[];
  target: ResolvedTarget | null;
  /** Null when there was no page of the link's owner to read. */
  findings: Finding[] | null;
  /** Why nothing was learned; null when something was. */
  skipReason: SkipReason | null;
}

/** Enough of a page to judge it by; the rest of a page this long is not what readers are led by. */
const reviewedUnits = 100_000;

/** The http(s) address behind a link or 口令; null when there is nothing on the network to ask. */
export function addressOf(value: string): string | null {
  return classifyText(value)[0]?.url ?? null;
}

/** Asks everything that can be asked about one link. Never rejects for anything the network does. */
export async function checkLink(
  deps: Dependencies,
  link: { kind: LinkKind; url: string },
  options: { askWechat: boolean; signal: AbortSignal },
): Promise<CheckedLink> {
  const { probes, pack } = deps;
  const [wechat, direct] = await Promise.all([
    options.askWechat && asksWechat(link.kind) ? probes.wapredirect(link.url, options.signal) : null,
    probes.direct(link.url, options.signal),
  ]);
  const resolved = needsResolving(link.kind, direct) ? await probes.resolve(link.url, options.signal) : null;
  const facts = [wechat, direct, resolved].filter((one) => one !== null);
  const opened = resolved?.opened ?? direct.opened;
  return {
    facts,
    target: opened && isLinkKind(opened.kind) && opened.url !== link.url ? opened : null,
    findings: reviewable(direct, pack) ? reviewLanding(deps, direct) : null,
    skipReason: skippedBecause(facts.map((one) => answerOf(one, null))) satisfies SkipReason | null,
  };
}

/** A platform's pages are its own business; only what the promoter put up is theirs to answer for. */
const reviewable = (direct: ProbeFacts, pack: ProbePack): boolean =>
  direct.textForReview !== null && !isPlatform(String(direct.params['host'] ?? ''), pack.landing.families);

const reviewLanding = ({ lintLanding }: Dependencies, { textForReview }: ProbeFacts): Finding[] =>
  lintLanding((textForReview ?? '').slice(0, reviewedUnits)).filter(({ severity }) => severity !== 'info');
