import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import type { Canvas, Image } from '../canvas.ts';
import { qrMatrix } from '../qr-matrix.ts';
import { drawableText } from './drawable-text.ts';
import { drawBold } from './style-bold.ts';
import { drawClean } from './style-clean.ts';
import { drawDark } from './style-dark.ts';
import type { Scene } from './scene.ts';

/** Width is always 1080 pixels. */
export const posterSize = { portrait: { width: 1080, height: 1440 }, square: { width: 1080, height: 1080 } } as const;

const styles: Readonly<Record<PosterSpec['style'], (scene: Scene) => void>> = {
  clean: drawClean,
  bold: drawBold,
  dark: drawDark,
};

/** Draws a poster on a canvas of its format, over whatever was there. The fonts must be loaded. */
export function drawPoster(
  canvas: Canvas,
  spec: PosterSpec,
  image: Image | null,
  covers: (code: number) => boolean,
): void {
  const { width, height } = posterSize[spec.format];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d');
  context.reset();
  // Two to three times as fast as `high`, and no different to the eye at the sizes pictures come in.
  context.imageSmoothingQuality = 'medium';
  const qr = spec.qrUrl === null ? null : qrMatrix(spec.qrUrl);
  styles[spec.style]({ context, spec: drawable(spec, covers), image, qr, width, height });
}

/** More characters than a poster shows of any text: three lines of 1080 pixels in the narrowest letters. */
const longestShown = 600;

function drawable(spec: PosterSpec, covers: (code: number) => boolean): PosterSpec {
  const clean = (text: string): string => drawableText(text.slice(0, longestShown), covers);
  const optional = (text: string | null): string | null => (text === null ? null : clean(text) || null);
  return {
    ...spec,
    title: clean(spec.title) || '商品',
    shop: optional(spec.shop),
    sales: optional(spec.sales),
  };
}
