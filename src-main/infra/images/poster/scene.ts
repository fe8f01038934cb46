import type { PosterSpec } from '#domain/copy-pack/poster-spec';
import type { Context, Image } from '../canvas.ts';
import type { QrMatrix } from '../qr-matrix.ts';

/** What a style draws: the words (already reduced to what the fonts have), the picture and the code. */
export interface Scene {
  context: Context;
  spec: PosterSpec;
  image: Image | null;
  qr: QrMatrix | null;
  width: number;
  height: number;
}

/** Words that are the same on every poster. */
export const fixedWords = {
  scan: '扫码查看商品',
  advertising: '广告',
  disclaimer: '价格与优惠以购买页面为准',
  noPrice: '价格见购买页面',
} as const;

/** Pixels one module of a code needs to survive JPEG and a phone camera. */
const modulePixels = 4;
const quietModules = 8;

/** Side of the square a code needs: `usual`, or more for a long address. 0 without a code. */
export const qrSide = (qr: QrMatrix | null, usual: number): number =>
  qr === null ? 0 : Math.max(usual, (qr.size + quietModules) * modulePixels);
