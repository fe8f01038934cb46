import type { JobContext } from '#app/jobs/job-specs';
import type { EvidenceReader } from '#app/ports/check-store';
import type { ComparedLink, ImpactReader } from '#app/ports/impact-reader';
import { judgedLink, type StoredEvidence } from '#app/links/link-verdicts';
import type { ImpactedLink, PolicyImpact } from '#contract/policy';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';
import type { DeviceRecord } from '#domain/checking/device-records';
import type { ProbeAnswer } from '#domain/checking/probe-answer';
import { ImpactCounter, type ImpactLink, type VerdictChange } from '#domain/openability/impact';
import type { Judge } from '#domain/openability/judge';
import { campaignImpact, type CampaignImpactDependencies } from './campaign-impact.ts';

export interface ImpactDependencies extends CampaignImpactDependencies {
  reader: ImpactReader;
  evidence: EvidenceReader;
  records: readonly DeviceRecord[];
}

const linksPerRound = 2_000;
/** Single changes listed; the counts are complete. */
const listedLinks = 500;

/** What would change if `after` judged in the place of `before`. Reads only. */
export async function analyseImpact(
  deps: ImpactDependencies,
  before: Judge,
  after: Judge,
  context: JobContext,
): Promise<PolicyImpact> {
  const { reader } = deps;
  const counter = new ImpactCounter(before, after, { surfaces: surfaceIds, listLimit: listedLinks });
  const compare = new LinkComparison(deps, before, after);
  const total = reader.count();
  let afterId = 0;
  let done = 0;
  for (;;) {
    const links = reader.next(afterId, linksPerRound);
    const last = links.at(-1);
    if (!last) break;
    for (const link of compare.prepare(links)) counter.add(link);
    afterId = last.id;
    done += links.length;
    context.progress(done, Math.max(total, done), 'comparing');
    await context.breathe();
  }
  const { changes, ...counted } = counter.report();
  return {
    before: { packId: before.pack.id, asOf: before.asOf },
    after: { packId: after.pack.id, asOf: after.asOf },
    ...counted,
    links: listed(reader, changes),
    campaigns: await campaignImpact(deps, before, after, context),
  };
}

function listed(reader: ImpactReader, changes: readonly VerdictChange[]): ImpactedLink[] {
  const described = new Map(
    reader.describe(changes.map(({ linkId }) => Number(linkId))).map((link) => [link.id, link]),
  );
  return changes.flatMap(({ linkId, surface, from, to }) => {
    const link = described.get(Number(linkId));
    if (!link) return [];
    const { id, kind, value, productTitle } = link;
    return [{ linkId: id, kind, value, productTitle, surface: surface as SurfaceId, from, to }];
  });
}

/** Prepares links for both judges, with what is stored of each. */
class LinkComparison {
  readonly #deps: ImpactDependencies;
  readonly #before: Judge;
  readonly #after: Judge;
  readonly #answered: ReadonlySet<number>;
  readonly #recordedLinks: ReadonlySet<number>;
  readonly #recordedKinds: ReadonlySet<string>;

  constructor(deps: ImpactDependencies, before: Judge, after: Judge) {
    this.#deps = deps;
    this.#before = before;
    this.#after = after;
    this.#answered = new Set(deps.reader.answeredHashes());
    this.#recordedLinks = new Set(deps.records.map(({ linkHash }) => linkHash));
    this.#recordedKinds = new Set(deps.records.map(({ kind }) => kind));
  }

  *prepare(links: readonly ComparedLink[]): Generator<ImpactLink> {
    const hashes = links.map(({ linkHash }) => linkHash).filter((hash) => this.#answered.has(hash));
    const answers = hashes.length === 0 ? new Map<number, ProbeAnswer[]>() : this.#deps.evidence.answersOf(hashes);
    for (const link of links) {
      const stored: StoredEvidence = { answers: answers.get(link.linkHash) ?? [], records: this.#deps.records };
      const row = { ...link, hash: link.linkHash, soldOut: link.soldOut === 1 };
      const before = judgedLink(row, stored, this.#before.asOf);
      const after = judgedLink(row, stored, this.#after.asOf);
      if (!before || !after) continue;
      const isOwn = this.#answered.has(link.linkHash) || this.#recordedLinks.has(link.linkHash);
      yield { id: String(link.id), ...before, after, ...(isOwn ? {} : { alike: this.#likeness(link) }) };
    }
  }

  /** What the verdict of a link without evidence of its own depends on. */
  #likeness({ kind, host, deadFrom }: ComparedLink): string {
    const isDead = (judge: Judge): boolean => deadFrom !== null && deadFrom <= judge.asOf;
    const where = this.#recordedKinds.has(kind) ? (host ?? '') : '';
    return `${kind} ${where} ${isDead(this.#before)} ${isDead(this.#after)}`;
  }
}
