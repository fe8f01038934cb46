import type { ExportOverride, ExportPreview, PackImageOptions } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';

/** What the user chose in the export dialog. */
export interface ExportWishes {
  surface: SurfaceId;
  container: 'zip' | 'folder';
  images: PackImageOptions;
  /** Refused items to be exported all the same. */
  allowed: ReadonlySet<string>;
  reason: string;
}

/** Moments shows pictures in squares. */
export function defaultWishes(surface: SurfaceId): ExportWishes {
  return {
    surface,
    container: 'zip',
    images: { poster: { style: 'clean', format: 'portrait' }, productImages: true, square: surface === 'moments' },
    allowed: new Set(),
    reason: '',
  };
}

/** Items that will be in the pack. */
export const exportedCount = (preview: ExportPreview, { allowed }: ExportWishes): number =>
  preview.ready + preview.refused.filter(({ productId }) => allowed.has(productId)).length;

/** The written reason as the engine takes it; null when nothing needs one. */
export const overrideOf = ({ allowed, reason }: ExportWishes): ExportOverride | null =>
  allowed.size === 0 ? null : { reason: reason.trim(), productIds: [...allowed] };

export const reasonIsMissing = ({ allowed, reason }: ExportWishes): boolean =>
  allowed.size > 0 && reason.trim().length < 2;
