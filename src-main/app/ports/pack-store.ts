import type { MarkOrigin, OverriddenItem, PackSummary, RefusedItem } from '#contract/packs';
import type { SurfaceId } from '#contract/surfaces';
import type { PackRow } from '#domain/copy-pack/pack-rows';
import type { PackTarget } from './pack-writer.ts';

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

/** An item of a recorded pack with its marks and where its product is now. */
export interface PackItemRecord extends PackRow {
  /** Row id of the product; null when it is no longer in the catalog. */
  productRowId: number | null;
  postedAt: string | null;
  /** Null when the mark was set on the campaign's own item. */
  postedFrom: MarkOrigin | null;
}

/** Packs the app knows, what they hold, and what of them was posted. */
export interface PackStore {
  /** Records the pack, marks its items exported and writes the audit entry, in one transaction. */
  record(pack: NewPackRecord): Promise<number>;
  /** @throws AppError `NOT_FOUND` */
  summary(id: number): PackSummary;
  /** Id of the pack with exactly this manifest, or of any that was exported under this key; null when unknown. */
  find(by: { manifestSha256: string } | { key: string }): number | null;
  item(id: number, number: number): PackItemRecord | null;
  /** In posting order. */
  items(id: number, offset: number, limit: number): PackItemRecord[];
  /** Sets or clears marks, on the pack and on the campaign's items. @returns how many items changed */
  mark(id: number, numbers: readonly number[], posted: boolean, from: MarkOrigin): Promise<number>;
  /** The file lies elsewhere now. */
  moved(id: number, path: string): Promise<void>;
  /** Takes a pack off the list; the file stays where it is. */
  forget(id: number): Promise<void>;
}
