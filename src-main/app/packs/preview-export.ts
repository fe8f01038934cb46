import { fillMessage } from '#contract/messages/format-message';
import { surfaceNames } from '#contract/messages/surface-names';
import type { ExportPreview } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { PackPlan } from '#domain/copy-pack/plan-pack';
import { safeName } from '#domain/copy-pack/safe-name';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { type PackSources, planCampaignPack } from './campaign-pack.ts';
import { posterGaps } from './poster-gaps.ts';
import { shownRefusal } from './shown-refusal.ts';

const fileNameUnits = 80;

/** A name for a pack's file or folder: campaign, surface and day; safe on every system. A long campaign name is cut. */
export function packFileName(campaign: string, surface: SurfaceId, now: Date): string {
  const where = fillMessage(surfaceNames[surface], {}, 'zh-CN');
  const end = ` ${where} ${shanghaiDay(now)}`;
  return `${safeName(campaign, fileNameUnits - end.length, '文案包')}${end}`;
}

/** What an export would hold and refuse as things stand, without making any picture. @throws AppError `NOT_FOUND` */
export function previewExport(sources: PackSources, campaignId: number, surface: SurfaceId): ExportPreview {
  const images = { poster: { style: 'clean', format: 'portrait' }, productImages: true, square: false } as const;
  const { record, outcomes, plan } = planCampaignPack(sources, campaignId, { surface, images, override: null });
  const first = plan.items[0]?.source;
  return {
    campaignName: record.name,
    items: outcomes.length,
    ready: plan.items.length,
    refused: plan.refused.map(shownRefusal),
    hints: countHints(plan),
    posterGaps: posterGaps(plan, sources),
    sample: first ? { productId: first.productId, title: first.facts.title } : null,
    suggestedName: packFileName(record.name, surface, sources.now()),
  };
}

function countHints({ items }: PackPlan): ExportPreview['hints'] {
  const counts = new Map<ExportPreview['hints'][number]['code'], number>();
  for (const { hints } of items) {
    for (const code of new Set(hints.map((hint) => hint.code))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, items: count }));
}
