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
  read(campaignId: number, surface: SurfaceId): StoredCheck | null;
  /** Keeps a result, unless somebody else is writing just now: it can be made again. */
  keep(campaignId: number, surface: SurfaceId, check: StoredCheck): void;
}
