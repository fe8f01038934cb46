import type { CatalogFilter, CatalogSort } from '#contract/catalog';
import { catalogSorts } from '#contract/catalog-choices';

/** What the address says the list shows. */
export interface CatalogView {
  filter: CatalogFilter;
  sort: CatalogSort;
}

export const newestFirst: CatalogSort = { by: 'newest', descending: true };

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const isAmount = (value: unknown): boolean => value === undefined || Number.isInteger(value);
const isRange: Check = (value) => isObject(value) && isAmount(value['min']) && isAmount(value['max']);
const isDays: Check = (value) => isObject(value) && isText(value['from']) && isText(value['to']);

/** Shapes only: which values there are is for the engine to say. One line for each part, so none can be forgotten. */
const checks: Record<keyof CatalogFilter, Check> = {
  search: isText,
  categories: isTexts,
  shops: isTexts,
  platforms: isTexts,
  finalPriceFen: isRange,
  commissionFen: isRange,
  commissionRateBp: isRange,
  monthlySales: isRange,
  coupon: isTexts,
  link: (value) => isObject(value) && isText(value['surface']) && isTexts(value['outcomes']),
  earning: isTexts,
  findings: isTexts,
  findingCategories: isTexts,
  noUsableLinkOn: isText,
  couponEnds: isDays,
  endsBetween: isDays,
  batchId: (value) => Number.isInteger(value),
  ids: isTexts,
};

function readFilter(value: unknown): CatalogFilter {
  if (!isObject(value)) return {};
  const parts = Object.entries(value).filter(
    ([key, part]) => Object.hasOwn(checks, key) && checks[key as keyof CatalogFilter](part),
  );
  return Object.fromEntries(parts);
}

function readSort(value: unknown): CatalogSort {
  if (!isObject(value) || typeof value['descending'] !== 'boolean') return newestFirst;
  const by = catalogSorts.find((each) => each === value['by']);
  return by ? { by, descending: value['descending'] } : newestFirst;
}

/** Reads the view out of an address, which anybody may have edited; parts that make no sense are left out. */
export function readCatalogView(view: Record<string, unknown>): CatalogView {
  return { filter: readFilter(view['filter']), sort: readSort(view['sort']) };
}

/** The filter without parts that do not filter. */
export function tidyFilter(filter: CatalogFilter): CatalogFilter {
  const says = (value: unknown): boolean => {
    if (value === undefined || value === '') return false;
    if (Array.isArray(value)) return value.length > 0;
    return !isObject(value) || Object.values(value).some((each) => each !== undefined);
  };
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => says(value)));
}

/** The view as the address keeps it: nothing is written that holds anyway. */
export function catalogViewState({ filter, sort }: CatalogView): Record<string, unknown> {
  const tidy = tidyFilter(filter);
  return {
    ...(Object.keys(tidy).length > 0 ? { filter: tidy } : {}),
    ...(sort.by === 'newest' && sort.descending ? {} : { sort }),
  };
}
