import { join } from 'node:path';
import type { PackSources } from '#app/packs/campaign-pack';
import { exportPack, type ExportJobParams } from '#app/packs/export-pack';
import type { PackWriter } from '#app/ports/pack-writer';
import type { ExportResult } from '#contract/packs';
import { createPackImages } from '#infra/images/pack-images';
import { writePack } from '#infra/pack/write-pack';
import { packSources } from '../engine/pack-sources.ts';
import { calmContext, type CampaignWorld } from './campaign-world.ts';

export const sourcesOf = (world: CampaignWorld): PackSources =>
  packSources(world.core, {
    options: { dataDir: world.folder, resourcesDir: '', appVersion: '0.1.0', host: 'cli' },
    now: world.now,
  });

/** Exports a campaign's group pack without a network; no pictures unless asked for. */
export function exportFrom(
  world: CampaignWorld,
  campaignId: number,
  said: Partial<ExportJobParams> = {},
): Promise<ExportResult> {
  const images = createPackImages({
    cacheFolder: join(world.folder, 'images'),
    fetchImage: () => Promise.resolve({ ok: false, reason: 'offline' }),
  });
  const writer: PackWriter = { write: (plan, target, options) => writePack(plan, target, { images }, options) };
  const params: ExportJobParams = {
    campaignId,
    surface: 'group',
    path: join(world.folder, 'pack.zip'),
    container: 'zip',
    images: { poster: null, productImages: false, square: false },
    override: null,
    ...said,
  };
  return exportPack({ ...sourcesOf(world), writer, packs: world.core.packs }, params, calmContext);
}
