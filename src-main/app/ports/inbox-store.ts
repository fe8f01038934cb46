import type { InboxProduct } from '#contract/inbox';

/** A campaign item that was put off. */
export interface Snoozed {
  itemId: number;
  surface: string;
  until: string;
}

export interface CatalogCause {
  category: string;
  /** Products with an open `block` finding of the category that are not put off, and those that are. */
  products: number;
  snoozed: number;
}

/** What the inbox knows beside the items of campaigns. */
export interface InboxStore {
  /** Campaign items that are put off on a day. */
  snoozed(today: string): Snoozed[];
  catalogCauses(today: string): CatalogCause[];
  /** Products with an open `block` finding of a category, each once. */
  products(category: string, snoozed: boolean, today: string, offset: number, limit: number): InboxProduct[];
  productIds(category: string, snoozed: boolean, today: string, limit: number): string[];
  /** Products with any open `block` finding that are not put off, each once. */
  bannedProducts(today: string): number;
  hasProducts(): boolean;
}
