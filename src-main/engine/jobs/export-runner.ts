import { type ExportJobParams, exportPack } from '#app/packs/export-pack';
import { createPackImages } from '#infra/images/pack-images';
import { pruneImageCache } from '#infra/images/image-cache';
import { writePack } from '#infra/pack/write-pack';
import { createImageFetcher } from '#infra/probes/image-fetcher';
import { createCore } from '../core.ts';
import { openNetwork, pictureLimits } from '../network.ts';
import { packSources } from '../pack-sources.ts';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

const imageCacheBytes = 500 * 1024 * 1024;

export function exportRunner(environment: JobEnvironment): RunOnConnection {
  const { options, paths, now, rules, probes } = environment;
  return async (db, params, context) => {
    const core = createCore(db, rules, options.resourcesDir, now);
    const network = await openNetwork(probes, core.settings.get(), pictureLimits);
    const fetchImage = createImageFetcher(network, probes.userAgents.browser.value);
    const images = createPackImages({ fetchImage, cacheFolder: paths.imageCache });
    try {
      return await exportPack(
        {
          ...packSources(core, environment),
          writer: { write: (plan, target, writing) => writePack(plan, target, { images }, writing) },
          packs: core.packs,
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
