import type { CampaignService } from '#app/campaigns/campaign-service';
import type { ItemOutcome } from '#app/campaigns/campaign-preparer';
import type { JobContext } from '#app/jobs/job-specs';
import type { CampaignStore } from '#app/ports/campaign-store';
import type { PackStore, PackWriter } from '#app/ports/pack-writer';
import { fillMessage } from '#contract/messages/format-message';
import { packMessages } from '#contract/messages/pack-messages';
import type { ExportResult, posterStyles, RefusedItem as ShownRefusal } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { PackInput, PackItem, RefusedItem, RulePackVersion } from '#domain/copy-pack/pack-input';
import { type PackPlan, planPack } from '#domain/copy-pack/plan-pack';

export interface ExportJobParams {
  campaignId: number;
  surface: SurfaceId;
  path: string;
  container: 'zip' | 'folder';
  posterStyle: (typeof posterStyles)[number];
  override: string | null;
}

interface Dependencies {
  campaigns: CampaignStore;
  service: CampaignService;
  writer: PackWriter;
  packs: PackStore;
  asOf(): string;
  now(): Date;
  adMark: boolean;
  appVersion: string;
  rulePacks(): RulePackVersion[];
}

const mostItems = 2_000;

/**
 * Writes a campaign's copy pack for one surface. Everything is prepared anew first, so the pack is what the rules say
 * now. Items with `block` findings, blocked or dead links are refused unless a written reason overrides it.
 */
export async function exportPack(
  deps: Dependencies,
  params: ExportJobParams,
  context: JobContext,
): Promise<ExportResult> {
  const record = deps.campaigns.get(params.campaignId);
  context.progress(0, record.items, 'preparing-pack');
  const outcomes = deps.service.outcomes(record, params.surface, 0, mostItems);
  await context.breathe();
  const templateId = record.surfaces.find(({ surface }) => surface === params.surface)?.templateId ?? null;
  const plan = planPack(packInput(deps, params, { id: record.id, name: record.name }, outcomes, templateId));
  const written = await deps.writer.write(plan, { path: params.path, container: params.container }, context);
  const refused = plan.refused.map(shownRefusal);
  const included = new Set(plan.items.map(({ source }) => source.productId));
  const overridden = plan.items.some((item) => item.override !== null);
  const pack = {
    campaignId: record.id,
    campaignName: record.name,
    surface: params.surface,
    path: written.path,
    container: params.container,
    items: outcomes.length,
    exported: written.items,
    refused,
    overrideReason: overridden ? params.override : null,
    manifestSha256: written.manifestSha256,
    manifest: written.manifest,
    createdAt: deps.now().toISOString(),
    exportedItemIds: outcomes.filter(({ shown }) => included.has(shown.productId)).map(({ shown }) => shown.itemId),
  };
  const id = await deps.packs.record(pack);
  const fileName = written.path.split(/[\\/]/).at(-1) ?? written.path;
  const { path: _path, manifest: _manifest, exportedItemIds: _ids, container: _container, ...shown } = pack;
  return { ...shown, id, fileName, out: written.path, files: written.files };
}

function packInput(
  deps: Dependencies,
  params: ExportJobParams,
  campaign: PackInput['campaign'],
  outcomes: readonly ItemOutcome[],
  templateId: string | null,
): PackInput {
  const items: PackItem[] = [];
  const refused: RefusedItem[] = [];
  for (const { record, prepared, shown } of outcomes) {
    if (prepared) items.push({ ...prepared.packItem, override: prepared.packItem.override ?? params.override });
    else {
      const reasons = [{ code: 'not-in-catalog' as const, params: {} }];
      refused.push({ productId: shown.productId, itemId: record.itemKey, title: record.titleWhenAdded, reasons });
    }
  }
  return {
    campaign,
    surface: params.surface,
    templateId,
    items,
    refused,
    asOf: deps.asOf(),
    rulePacks: deps.rulePacks(),
    appVersion: deps.appVersion,
    exportedAt: deps.now().toISOString(),
    images: {
      poster: { style: params.posterStyle, format: 'portrait' },
      productImages: true,
      square: params.surface === 'moments',
    },
    adMark: deps.adMark,
  };
}

function shownRefusal({ itemId, title, reasons }: PackPlan['refused'][number]): ShownRefusal {
  return {
    itemId,
    title,
    reasons: reasons.map(({ code, params }) => fillMessage(packMessages.refusals[code], params, 'zh-CN')),
  };
}
