import { type ExportJobParams, exportPack } from '#app/packs/export-pack';
import type { RulePackVersion } from '#domain/copy-pack/pack-input';
import { createPackImages } from '#infra/images/pack-images';
import { pruneImageCache } from '#infra/images/image-cache';
import { writePack } from '#infra/pack/write-pack';
import { createImageFetcher } from '#infra/probes/image-fetcher';
import { type Core, createCore } from '../core.ts';
import { openNetwork } from '../network.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

const imageCacheBytes = 500 * 1024 * 1024;

function rulePacks({ openability, compliance }: Core): RulePackVersion[] {
  return [
    { kind: 'openability', id: openability.pack.id, version: openability.pack.asOf },
    ...compliance.versions.map((id): RulePackVersion => ({ kind: 'compliance', id, version: id.split('@')[1] ?? '' })),
  ];
}

export function exportRunner(environment: JobEnvironment): RunOnConnection {
  const { options, paths, now, rules, probes } = environment;
  return async (db, params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const settings = core.settings.get();
    const network = await openNetwork(probes, settings);
    const fetchImage = createImageFetcher(network, probes.userAgents.browser.value);
    const images = createPackImages({ fetchImage, cacheFolder: paths.imageCache });
    try {
      return await exportPack(
        {
          campaigns: core.campaigns,
          service: core.campaignService,
          writer: { write: (plan, target, writing) => writePack(plan, target, { images }, writing) },
          packs: core.packs,
          asOf: () => core.verdicts.prepare(),
          now,
          adMark: settings.adMark,
          appVersion: options.appVersion,
          rulePacks: () => rulePacks(core),
        },
        params as ExportJobParams,
        context,
      );
    } finally {
      await network.close();
      await pruneImageCache(paths.imageCache, imageCacheBytes);
    }
  };
}
