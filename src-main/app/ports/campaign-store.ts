import type { SurfaceId } from '#contract/surfaces';

export interface CampaignRecord {
  id: number;
  name: string;
  scheduledOn: string | null;
  note: string;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  surfaces: { surface: SurfaceId; templateId: string }[];
  items: number;
}

/** What the user decided for one item on one surface; null = as the template and the chooser say. */
export interface ItemDecision {
  text: string | null;
  linkHash: number | null;
  overrideReason: string | null;
  exportedAt: string | null;
  postedAt: string | null;
}

export interface CampaignItemRecord extends ItemDecision {
  id: number;
  campaignId: number;
  market: string;
  itemKey: string;
  titleWhenAdded: string;
  position: number;
  /** Row id of the product; null when its import was undone. */
  productRowId: number | null;
}

export interface CampaignChange {
  name?: string | undefined;
  scheduledOn?: string | null | undefined;
  note?: string | undefined;
  archived?: boolean | undefined;
  surfaces?: CampaignRecord['surfaces'] | undefined;
}

/** Campaigns, their items in order, and what the user decided for each. */
export interface CampaignStore {
  list(archived: boolean): CampaignRecord[];
  /** @throws AppError `NOT_FOUND` */
  get(id: number): CampaignRecord;
  create(
    name: string,
    scheduledOn: string | null,
    surfaces: CampaignRecord['surfaces'],
    productRowIds: readonly number[],
  ): Promise<number>;
  update(id: number, change: CampaignChange): Promise<void>;
  /** A copy with the same surfaces, items and texts, not yet exported or posted. */
  duplicate(id: number, name: string): Promise<number>;
  remove(id: number): Promise<void>;
  /** @returns how many were added; products already in the campaign stay where they are */
  addProducts(id: number, productRowIds: readonly number[]): Promise<number>;
  removeItems(id: number, itemIds: readonly number[]): Promise<number>;
  moveItems(id: number, itemIds: readonly number[], before: number | null): Promise<void>;
  items(id: number, surface: string, offset: number, limit: number): CampaignItemRecord[];
  /** @throws AppError `NOT_FOUND` */
  item(itemId: number, surface: string): CampaignItemRecord;
  decide(itemId: number, surface: string, change: Partial<ItemDecision>): Promise<void>;
}
