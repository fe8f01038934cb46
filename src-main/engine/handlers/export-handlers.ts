import { mkdirSync } from 'node:fs';
import type { PackSources } from '#app/packs/campaign-pack';
import type { ExportJobParams } from '#app/packs/export-pack';
import { packFileName, previewExport } from '#app/packs/preview-export';
import { freePath } from '#infra/files/free-path';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';
import { packSources } from '../pack-sources.ts';
import { previewPoster } from '../preview-poster.ts';

type ExportMethods = 'packs.preview' | 'packs.poster' | 'packs.export';

/** What a campaign's pack would be, and writing it. */
export function exportHandlers(engine: Engine): Pick<Handlers, ExportMethods> {
  const { campaigns, files, jobs } = engine;
  const sources: PackSources = packSources(engine, engine);

  function packPath(target: string | null, { campaignId, surface, container }: Omit<ExportJobParams, 'path'>): string {
    if (target !== null) return files.resolve(target, 'write').path;
    mkdirSync(engine.paths.packs, { recursive: true });
    const name = packFileName(campaigns.get(campaignId).name, surface, engine.now());
    return freePath(engine.paths.packs, name, container === 'zip' ? '.zip' : '');
  }

  return {
    'packs.preview': ({ campaignId, surface }) => previewExport(sources, campaignId, surface),
    'packs.poster': (wanted, { signal }) => previewPoster(engine, sources, wanted, signal),
    'packs.export': async ({ target, ...wishes }) => {
      const { name } = campaigns.get(wishes.campaignId);
      const params: ExportJobParams = { ...wishes, path: packPath(target, wishes) };
      return jobs.start('export', name, params);
    },
  };
}
