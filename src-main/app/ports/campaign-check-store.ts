import type { SurfaceId } from '#contract/surfaces';

/** A kept result and what it was made from. */
export interface StoredCheck {
  key: string;
  resultsJson: string;
  /** Rules and surface under which `lintsJson` was found. */
  lintKey: string;
  lintsJson: string;
}

/** Keeps where the items of campaigns stand, and tells whether that can have changed. */
export interface CampaignCheckStore {
  /** Moves with every change of the catalog or of verdicts on it. */
  catalogRevision(): number;
  /** Moves with every change of this campaign. */
  campaignRevision(campaignId: number): number;
  /** Stands for everything the catalog says of the campaign's products: equal means nothing changed. */
  products(campaignId: number): string;
  /** Stands for what the openability rules say on a surface. Verdict tables must be filled. */
  verdicts(surface: SurfaceId): string;
  /** The kept result, if it was made from what `key` stands for. */
  result(campaignId: number, surface: SurfaceId, key: string): string | null;
  /** What was found in the campaign's texts last time. */
  lints(campaignId: number, surface: SurfaceId): Pick<StoredCheck, 'lintKey' | 'lintsJson'> | null;
  /** Keeps a result, unless somebody else is writing just now: it can be made again. */
  keep(campaignId: number, surface: SurfaceId, check: StoredCheck): void;
}
