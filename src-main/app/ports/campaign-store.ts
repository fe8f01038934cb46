import type { CampaignChange, ChangeAction } from '#contract/campaign-changes';
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
  /** What selling one of each product pays, 分; null when no product says. */
  commissionFen: number | null;
}

/** What the user decided for one item on one surface; null = as the template and the chooser say. */
export interface ItemDecision {
  text: string | null;
  linkHash: number | null;
  overrideReason: string | null;
  exportedAt: string | null;
  postedAt: string | null;
  /** Not posted on this surface, though the campaign holds the product. */
  leftOut: boolean;
}

export interface CampaignItemRecord extends ItemDecision {
  id: number;
  campaignId: number;
  market: string;
  itemKey: string;
  titleWhenAdded: string;
  /** From 1, in posting order. */
  position: number;
  /** Row id of the product; null when its import was undone. */
  productRowId: number | null;
}

export interface CampaignFields {
  name?: string | undefined;
  scheduledOn?: string | null | undefined;
  note?: string | undefined;
  archived?: boolean | undefined;
  surfaces?: CampaignRecord['surfaces'] | undefined;
}

/** Which items of a campaign to list. */
export interface ItemQuery {
  surface: string;
  /** Items posted on the surface, those left out there, or both. */
  which: 'in' | 'left-out' | 'all';
  /** Only these; in posting order all the same. */
  ids?: readonly number[];
  /** Part of the title. */
  search?: string;
}

/** Campaigns, their items in order, and what the user decided for each. */
export interface CampaignReader {
  list(archived: boolean): CampaignRecord[];
  /** @throws AppError `NOT_FOUND` */
  get(id: number): CampaignRecord;
  items(id: number, query: ItemQuery, offset: number, limit: number): CampaignItemRecord[];
  countItems(id: number, query: ItemQuery): number;
  /** @throws AppError `NOT_FOUND` */
  item(itemId: number, surface: string): CampaignItemRecord;
}

/** Writes to campaigns; only to be had inside a recorded change, see {@link CampaignChanges.record}. */
export interface CampaignWriter {
  create(
    name: string,
    scheduledOn: string | null,
    surfaces: CampaignRecord['surfaces'],
    productRowIds: readonly number[],
  ): number;
  update(id: number, fields: CampaignFields): void;
  /** A copy with the same surfaces, items and texts, not yet exported or posted. */
  duplicate(id: number, name: string): number;
  remove(id: number): void;
  /** @returns how many were added; products already in the campaign stay where they are */
  addProducts(id: number, productRowIds: readonly number[]): number;
  removeItems(itemIds: readonly number[]): number;
  /** Puts items, in their present order, before another one; null = at the end. */
  moveItems(id: number, itemIds: readonly number[], before: number | null): void;
  decide(itemId: number, surface: string, change: Partial<ItemDecision>): void;
  /** Puts an item, or a product's own texts (`campaignId` 0, `surface` ''), off until a day; null = no longer. */
  snooze(what: { campaignId: number; surface: string; market: string; itemKey: string }, until: string | null): void;
}

export interface ChangeEntry {
  action: ChangeAction;
  params: Readonly<Record<string, string | number>>;
  /** The campaign it belongs to; null for several. */
  campaignId: number | null;
  /** Changes with the same key that follow each other closely count as one, like the keystrokes of a text. */
  mergeKey?: string;
}

export interface Recorded<Result> {
  result: Result;
  /** Null when nothing changed. */
  changeId: number | null;
}

/** Every change of campaigns is made through here: in one transaction, remembered with what it replaced. */
export interface CampaignChanges {
  record<Result>(
    work: (writer: CampaignWriter) => Result,
    describe: (result: Result) => ChangeEntry,
  ): Promise<Recorded<Result>>;
  /**
   * Takes a change back; with `redo` makes one again that was taken back.
   * @throws AppError `NOT_FOUND`, `CONFLICT` when something it touched was changed again since
   */
  undo(changeId: number, redo: boolean): Promise<void>;
  /** Newest first, without those that only take others back. Of one campaign, or of all for null. */
  history(campaignId: number | null, limit: number): CampaignChange[];
}
