import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import { CanvasPool } from './canvas-pool.ts';
import { ImageCache } from './image-cache.ts';
import { imageLimits } from './image-limits.ts';
import { decodeImage, normaliseImage, releaseImage } from './normalise-image.ts';
import { drawPoster } from './poster/draw-poster.ts';
import { loadPosterFonts } from './poster-fonts.ts';

/** The network, as the packs see it. Never throws for what the network does; `reason` is a code or a short text. */
export type FetchImage = (url: string, signal: AbortSignal) => Promise<FetchedImage>;
export type FetchedImage = { ok: true; bytes: Uint8Array } | { ok: false; reason: string };

export type MadeImage = { ok: true; jpeg: Buffer } | { ok: false; reason: string };

export interface PackImages {
  /** A product's picture as a plain JPEG, from the cache or the network. The same address is fetched once at a time. */
  product(url: string, square: boolean, signal: AbortSignal): Promise<MadeImage>;
  /** A poster as JPEG; without a picture it shows a placeholder. @throws AppError `IO` when the fonts are missing */
  poster(spec: PosterSpec, picture: Buffer | null): Promise<Buffer>;
}

/** The pictures of copy packs. One per export job: it holds canvases and the fetches under way. */
export function createPackImages(deps: { fetchImage: FetchImage; cacheFolder: string }): PackImages {
  const canvases = new CanvasPool();
  const cache = new ImageCache(deps.cacheFolder);
  const underWay = new Map<string, Promise<MadeImage>>();

  async function make(url: string, square: boolean, key: string, signal: AbortSignal): Promise<MadeImage> {
    const kept = await cache.get(key);
    if (kept) return { ok: true, jpeg: kept };
    const fetched = await deps.fetchImage(url, signal);
    if (!fetched.ok) return fetched;
    const { buffer, byteOffset, byteLength } = fetched.bytes;
    const made = await normaliseImage(Buffer.from(buffer, byteOffset, byteLength), square, canvases);
    if (made.ok) await cache.put(key, made.jpeg);
    return made;
  }

  return {
    product(url, square, signal) {
      const key = `${square ? 'square' : 'whole'}\n${url}`;
      const running = underWay.get(key);
      if (running) return running;
      const started = make(url, square, key, signal).finally(() => underWay.delete(key));
      underWay.set(key, started);
      return started;
    },
    async poster(spec, picture) {
      const covers = loadPosterFonts();
      const image = picture ? await decodeImage(picture) : null;
      try {
        return await canvases.use((canvas) => {
          drawPoster(canvas, spec, image, covers);
          return canvas.encode('jpeg', imageLimits.jpegQuality);
        });
      } finally {
        if (image) releaseImage(image);
      }
    },
  };
}
