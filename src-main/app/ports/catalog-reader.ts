import type { CatalogFilter, CatalogSort, ProductRow, ProductSelection } from '#contract/catalog';
import type { LinkFilter, LinkRow, LinkSort } from '#contract/links';

/** A stretch of a list; `limit` null = to its end. */
export interface RowWindow {
  offset: number;
  limit: number | null;
}

/** The parts of the catalog that lists read. */
export interface CatalogListReader {
  /** Row ids of what a filter finds, in a stable order. */
  rowIds(filter: CatalogFilter, sort: CatalogSort, asOf: string, window: RowWindow): number[];
  count(filter: CatalogFilter, asOf: string): number;
  byRowIds(rowIds: readonly number[], asOf: string): Map<number, ProductRow>;
  publicIds(rowIds: readonly number[]): string[];
  /** Those of the products whose wording was checked. */
  scanned(rowIds: readonly number[]): ReadonlySet<number>;
}

/** The parts of the catalog that campaigns read. Row ids are internal and valid for one revision only. */
export interface CatalogReader {
  selectedRowIds(selection: ProductSelection, asOf: string): number[];
  /** The newest products. */
  firstRowIds(limit: number): number[];
  byRowIds(rowIds: readonly number[], asOf: string): Map<number, ProductRow>;
  recommendTexts(rowIds: readonly number[]): Map<number, string>;
}

export interface LinkReader {
  /** Links of products with their outcome on a surface, by product row id. */
  ofProducts(rowIds: readonly number[], surface: string, asOf: string): Map<number, LinkRow[]>;
  /** @throws AppError `NOT_FOUND` */
  byId(id: number, surface: string, asOf: string): LinkRow;
}

/** The parts of the catalog that the list of links reads. */
export interface LinkListReader {
  /** Ids of what a filter finds, in a stable order. */
  rowIds(filter: LinkFilter, sort: LinkSort, asOf: string, window: RowWindow): number[];
  count(filter: LinkFilter, asOf: string): number;
  byIds(ids: readonly number[], surface: string, asOf: string): Map<number, LinkRow>;
}
