import type { Market } from '#domain/catalog/imported-row';
import type { Earning } from '#domain/links/earning';

export interface ProductKey {
  market: Market;
  itemKey: string;
}

export interface KnownProduct extends ProductKey {
  itemId: string;
  title: string;
}

/** A link of the catalog by its hash. */
export interface KnownLink {
  linkHash: number;
  linkId: number;
  /** Whose commission it is, as far as the catalog knows. */
  money: Earning;
  /** Null when it belongs to no product. */
  product: KnownProduct | null;
}

/** What a pasted text is compared with. */
export interface PasteCatalog {
  byKeys(keys: readonly ProductKey[]): KnownProduct[];
  byLinks(linkHashes: readonly number[]): KnownLink[];
  /** Products that have one of these names, exactly; none where several have it. */
  byTitles(titles: readonly string[]): KnownProduct[];
}
