import { type PackSources, planCampaignPack } from '#app/packs/campaign-pack';
import { AppError } from '#contract/errors';
import type { Methods } from '#contract/methods';
import { createPackImages } from '#infra/images/pack-images';
import { createImageFetcher } from '#infra/probes/image-fetcher';
import { openNetwork, pictureLimits, readProbePack } from './network.ts';
import type { Engine } from './open-engine.ts';

/** A preview does not wait longer for a slow picture; the poster then shows its placeholder. */
const pictureLimitMs = 4_000;

type Wanted = Methods['packs.poster']['in'];

/**
 * Draws the poster an export would make of one item. Runs in the engine's own thread: drawing takes about a tenth of a
 * second, waiting for the picture blocks nobody.
 * @throws AppError `NOT_FOUND` when the item would not be in the pack
 */
export async function previewPoster(
  engine: Engine,
  sources: PackSources,
  { campaignId, surface, productId, poster }: Wanted,
  signal: AbortSignal,
): Promise<Methods['packs.poster']['out']> {
  const images = { poster, productImages: false, square: false };
  const { plan } = planCampaignPack(sources, campaignId, { surface, images, override: null });
  const job = plan.items.find(({ source }) => source.productId === productId)?.images[0];
  if (job?.kind !== 'poster') throw new AppError('NOT_FOUND', productId, { params: { detail: '商品' } });
  const probePack = readProbePack(engine.options.resourcesDir);
  const network = await openNetwork(probePack, engine.settings.get(), pictureLimits);
  try {
    const fetchImage = createImageFetcher(network, probePack.userAgents.browser.value);
    const pictures = createPackImages({ fetchImage, cacheFolder: engine.paths.imageCache });
    const limited = AbortSignal.any([signal, AbortSignal.timeout(pictureLimitMs)]);
    const picture = job.imageUrl === null ? null : await pictures.product(job.imageUrl, job.square, limited);
    const jpeg = await pictures.poster(job.spec, picture?.ok ? picture.jpeg : null);
    return { jpeg: jpeg.toString('base64'), hasPicture: picture?.ok ?? false };
  } finally {
    await network.close();
  }
}
