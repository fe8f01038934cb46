import type { JobContext } from '#app/jobs/job-specs';
import type { NewPackRecord, PackStore } from '#app/ports/pack-store';
import type { PackWriter, WrittenPack } from '#app/ports/pack-writer';
import type { ExportResult, OverriddenItem } from '#contract/packs';
import { readManifest } from '#domain/copy-pack/manifest';
import { packRows } from '#domain/copy-pack/pack-rows';
import type { PackPlan } from '#domain/copy-pack/plan-pack';
import { type CampaignPack, type PackSources, type PackWishes, planCampaignPack } from './campaign-pack.ts';
import { posterGaps } from './poster-gaps.ts';
import { shownRefusal } from './shown-refusal.ts';

export interface ExportJobParams extends PackWishes {
  campaignId: number;
  path: string;
  container: 'zip' | 'folder';
}

interface Dependencies extends PackSources {
  writer: PackWriter;
  packs: PackStore;
}

/**
 * Writes a campaign's copy pack for one surface and records it. Items with `block` findings, blocked or dead links are
 * refused unless a written reason overrides it; the reason is kept in the pack, with the record and in the audit.
 */
export async function exportPack(
  deps: Dependencies,
  params: ExportJobParams,
  context: JobContext,
): Promise<ExportResult> {
  context.progress(0, deps.campaigns.get(params.campaignId).items, 'preparing-pack');
  await context.breathe();
  const pack = planCampaignPack(deps, params.campaignId, params);
  await context.breathe();
  const target = { path: params.path, container: params.container };
  const written = await deps.writer.write(pack.plan, target, context);
  const id = await deps.packs.record(recordOf(pack, params, written));
  return {
    ...deps.packs.summary(id),
    files: written.files,
    bytes: written.bytes,
    withoutPicture: new Set(written.missingImages.map(({ productId }) => productId)).size,
    posterGaps: posterGaps(pack.plan, deps),
  };
}

function recordOf(
  { record, outcomes, plan }: CampaignPack,
  params: ExportJobParams,
  written: WrittenPack,
): NewPackRecord {
  const read = readManifest(written.manifest);
  if (!read.ok) throw new Error(`a manifest just written cannot be read: ${read.detail}`);
  const included = new Set(plan.items.map(({ source }) => source.productId));
  return {
    origin: 'exported',
    campaignId: record.id,
    campaignName: record.name,
    surface: params.surface,
    path: written.path,
    container: params.container,
    items: outcomes.length,
    refused: plan.refused.map(shownRefusal),
    overridden: overriddenItems(plan),
    key: read.manifest.key,
    manifestSha256: written.manifestSha256,
    manifest: written.manifest,
    createdAt: plan.input.exportedAt,
    rows: packRows(read.manifest, new Map(plan.items.map(({ textPath, text }) => [textPath, text]))),
    exportedItemIds: outcomes.filter(({ shown }) => included.has(shown.productId)).map(({ shown }) => shown.itemId),
  };
}

function overriddenItems({ items }: PackPlan): OverriddenItem[] {
  return items.flatMap(({ source, override, overridden }) => {
    if (override === null) return [];
    const against = overridden.map(({ code, params }) => ({ code, params: { ...params } }));
    return [{ productId: source.productId, title: source.facts.title, reason: override, against }];
  });
}
