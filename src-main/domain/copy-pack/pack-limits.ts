import type { SurfaceId } from '#contract/surfaces';

export const packLimits = {
  items: 5_000,
  /** A readable folder name; keeps whole paths under Windows' 260 characters in any ordinary place. */
  itemNameUnits: 40,
  packNameUnits: 60,
  /** Version 20 at error level M still has modules of four pixels on the poster. */
  qrBytes: 660,
  /** Manifests, files and packs above these are not ours; they bound the work of opening one. */
  manifestBytes: 40_000_000,
  fileBytes: 64_000_000,
  textBytes: 1_000_000,
  /** All texts together; they are held in memory. */
  allTextBytes: 64_000_000,
  packBytes: 4_000_000_000,
} as const;

interface SurfaceShape {
  /** Most images of one post; null where no limit is known. */
  images: number | null;
  /** Most characters of one post; null where no source gives a limit. */
  characters: number | null;
  /** Lines shown before the rest is folded away; general knowledge, no source found. */
  foldLines: number | null;
}

const unlimited: SurfaceShape = { images: null, characters: null, foldLines: null };

/**
 * What a post may hold. Moments: nine images and a fold after about six lines (general knowledge, low confidence).
 * WeCom customer Moments: nine images, 2,000 characters (developer.work.weixin.qq.com/document/path/97005).
 */
const shapes: Partial<Record<SurfaceId, SurfaceShape>> = {
  moments: { images: 9, characters: null, foldLines: 6 },
  wecom: { images: 9, characters: 2_000, foldLines: null },
};

export const surfaceShape = (surface: SurfaceId): SurfaceShape => shapes[surface] ?? unlimited;
