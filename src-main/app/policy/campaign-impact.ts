import type { JobContext } from '#app/jobs/job-specs';
import { type StoredEvidence, verdictOn } from '#app/links/link-verdicts';
import type { CampaignItemRecord, CampaignReader } from '#app/ports/campaign-store';
import type { CatalogReader, LinkReader } from '#app/ports/catalog-reader';
import type { EvidenceReader } from '#app/ports/check-store';
import type { ProductRow } from '#contract/catalog';
import type { LinkRow } from '#contract/links';
import type { ImpactedCampaign } from '#contract/policy';
import type { Outcome, SurfaceId } from '#contract/surfaces';
import { pickLink } from '#domain/campaigns/pick-link';
import type { DeviceRecord } from '#domain/checking/device-records';
import type { Judge } from '#domain/openability/judge';

export interface CampaignImpactDependencies {
  campaigns: CampaignReader;
  catalog: CatalogReader;
  links: LinkReader;
  evidence: EvidenceReader;
  records: readonly DeviceRecord[];
}

const itemsPerRound = 500;

/** Open campaigns whose items would be posted with another outcome; the best link is chosen anew under each judge. */
export async function campaignImpact(
  deps: CampaignImpactDependencies,
  before: Judge,
  after: Judge,
  context: JobContext,
): Promise<ImpactedCampaign[]> {
  const found: ImpactedCampaign[] = [];
  for (const { id, name, surfaces, items } of deps.campaigns.list(false)) {
    for (const { surface } of surfaces) {
      const counts = new Map<string, ImpactedCampaign['changes'][number]>();
      for (let offset = 0; offset < items; offset += itemsPerRound) {
        const records = deps.campaigns.items(id, { surface, which: 'in' }, offset, itemsPerRound);
        for (const { from, to } of itemTurns(deps, records, surface, { before, after })) {
          const key = `${from} ${to}`;
          const known = counts.get(key) ?? { from, to, items: 0 };
          counts.set(key, { ...known, items: known.items + 1 });
        }
        await context.breathe();
      }
      const changes = [...counts.values()].sort((a, b) => b.items - a.items);
      if (changes.length > 0) found.push({ id, name, surface, items, changes });
    }
  }
  return found;
}

function itemTurns(
  deps: CampaignImpactDependencies,
  records: readonly CampaignItemRecord[],
  surface: SurfaceId,
  { before, after }: { before: Judge; after: Judge },
): { from: Outcome; to: Outcome }[] {
  const rowIds = records.map(({ productRowId }) => productRowId).filter((rowId) => rowId !== null);
  const linksOf = deps.links.ofProducts(rowIds, surface, before.asOf);
  const answers = deps.evidence.answersOf([...linksOf.values()].flat().map(({ hash }) => hash));
  const storedOf = ({ hash }: LinkRow): StoredEvidence => ({ answers: answers.get(hash) ?? [], records: deps.records });
  const productsBefore = deps.catalog.byRowIds(rowIds, before.asOf);
  const productsAfter = deps.catalog.byRowIds(rowIds, after.asOf);
  return records.flatMap((record) => {
    if (record.productRowId === null || record.postedAt !== null) return [];
    const links = linksOf.get(record.productRowId) ?? [];
    const outcomeUnder = (judge: Judge, product: ProductRow | undefined): Outcome | null => {
      if (!product) return null;
      const judged = links.map((link) => ({
        ...link,
        outcome: verdictOn(link, surface, judge, storedOf(link))?.outcome ?? link.outcome,
      }));
      return pickLink({ product, links: judged, decision: record }, surface)?.row.outcome ?? null;
    };
    const from = outcomeUnder(before, productsBefore.get(record.productRowId));
    const to = outcomeUnder(after, productsAfter.get(record.productRowId));
    return from !== null && to !== null && from !== to ? [{ from, to }] : [];
  });
}
