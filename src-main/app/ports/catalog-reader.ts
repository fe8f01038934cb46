import type { ProductRow, ProductSelection } from '#contract/catalog';
import type { LinkRow } from '#contract/links';

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
