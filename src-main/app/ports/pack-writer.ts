import type { OverriddenItem, PackSummary, RefusedItem } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { PackRow } from '#domain/copy-pack/pack-rows';
import type { PackPlan } from '#domain/copy-pack/plan-pack';

/** Where a pack is to be. For a folder, the folder itself, not the one around it. */
export interface PackTarget {
  path: string;
  container: 'zip' | 'folder';
}

/** A pack that lies at its target. */
export interface WrittenPack {
  path: string;
  items: number;
  refused: number;
  files: number;
  bytes: number;
  manifest: string;
  manifestSha256: string;
  missingImages: { productId: string; path: string; reason: string }[];
}

export interface PackWriter {
  /** All or nothing. @throws AppError `EXPORT_REFUSED`, `CONFLICT`, `DISK_FULL`, `IO`, `CANCELLED` */
  write(
    plan: PackPlan,
    target: PackTarget,
    options: { signal: AbortSignal; progress(done: number, total: number, phase: string): void },
  ): Promise<WrittenPack>;
}

export interface NewPackRecord {
  /** `opened`: written elsewhere and opened here. */
  origin: 'exported' | 'opened';
  campaignId: number | null;
  campaignName: string;
  surface: SurfaceId;
  path: string;
  container: PackTarget['container'];
  /** Items of the campaign. */
  items: number;
  refused: readonly RefusedItem[];
  overridden: readonly OverriddenItem[];
  /** @see packKey */
  key: string;
  manifestSha256: string;
  manifest: string;
  createdAt: string;
  rows: readonly PackRow[];
  /** Campaign items that are in the pack. */
  exportedItemIds: readonly number[];
}

export interface PackStore {
  /** Records the pack, marks its items exported and writes the audit entry, in one transaction. */
  record(pack: NewPackRecord): Promise<number>;
  /** @throws AppError `NOT_FOUND` */
  summary(id: number): PackSummary;
}
