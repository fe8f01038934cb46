import type { ItemOutcome } from '#app/campaigns/shown-item';
import type { CampaignService } from '#app/campaigns/campaign-service';
import type { CampaignReader, CampaignRecord } from '#app/ports/campaign-store';
import type { ExportOverride, PackImageOptions } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { PackInput, PackItem, RefusedItem, RulePackVersion } from '#domain/copy-pack/pack-input';
import { type PackPlan, planPack } from '#domain/copy-pack/plan-pack';

/** Where a pack's contents come from: the same for a preview, a poster and the export itself. */
export interface PackSources {
  campaigns: CampaignReader;
  service: CampaignService;
  asOf(): string;
  now(): Date;
  adMark(): boolean;
  appVersion: string;
  rulePacks(): RulePackVersion[];
  /** Letters and digits of a text that a poster cannot show, each once; none where it has no fonts at all. */
  lostOnPoster(text: string): string[];
}

export interface PackWishes {
  surface: SurfaceId;
  images: PackImageOptions;
  override: ExportOverride | null;
}

/** A campaign made ready for one surface, and the pack that comes of it. */
export interface CampaignPack {
  record: CampaignRecord;
  outcomes: ItemOutcome[];
  plan: PackPlan;
}

/** Prepares every item anew, so that the plan is what the rules say now. @throws AppError `NOT_FOUND` */
export function planCampaignPack(sources: PackSources, campaignId: number, wishes: PackWishes): CampaignPack {
  const record = sources.campaigns.get(campaignId);
  const outcomes = sources.service.outcomes(record, wishes.surface, 0, Math.max(1, record.items));
  return { record, outcomes, plan: planPack(packInput(sources, record, wishes, outcomes)) };
}

function packInput(
  sources: PackSources,
  record: CampaignRecord,
  { surface, images, override }: PackWishes,
  outcomes: readonly ItemOutcome[],
): PackInput {
  const items: PackItem[] = [];
  const refused: RefusedItem[] = [];
  for (const { record: item, prepared, shown } of outcomes) {
    if (prepared) items.push(withOverride(prepared.packItem, override));
    else {
      refused.push({
        productId: shown.productId,
        itemId: item.itemKey,
        title: item.titleWhenAdded,
        reasons: [{ code: 'not-in-catalog', params: {} }],
        canOverride: false,
      });
    }
  }
  return {
    campaign: { id: record.id, name: record.name },
    surface,
    templateId: record.surfaces.find((each) => each.surface === surface)?.templateId ?? null,
    items,
    refused,
    asOf: sources.asOf(),
    rulePacks: sources.rulePacks(),
    appVersion: sources.appVersion,
    exportedAt: sources.now().toISOString(),
    images,
    adMark: sources.adMark(),
  };
}

/** The reason written for the item itself goes before the one written for the whole export. */
function withOverride(item: PackItem, override: ExportOverride | null): PackItem {
  const isMeant = override !== null && (override.productIds?.includes(item.productId) ?? true);
  return item.override !== null || !isMeant ? item : { ...item, override: override.reason };
}
