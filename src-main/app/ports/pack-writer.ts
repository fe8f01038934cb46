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
