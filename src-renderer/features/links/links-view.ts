import { type LinkFilter, type LinkSort, linkSorts } from '#contract/links';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';

/** What the address says the list shows. */
export interface LinksView {
  filter: LinkFilter;
  sort: LinkSort;
}

export const newestFirst: LinkSort = { by: 'newest', descending: true };
export const endingFirst: LinkSort = { by: 'ending', descending: false };

type Check = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);

/** Shapes only: which values there are is for the engine to say. One line for each part, so none can be forgotten. */
const checks: Record<Exclude<keyof LinkFilter, 'surface'>, Check> = {
  outcomes: isTexts,
  earns: isTexts,
  owner: isTexts,
  kinds: isTexts,
  endsBetween: (value) => isObject(value) && isText(value['from']) && isText(value['to']),
  endedBefore: isText,
  noProduct: (value) => value === true,
  productId: isText,
  search: isText,
};

function readFilter(value: unknown, usual: SurfaceId): LinkFilter {
  if (!isObject(value)) return { surface: usual };
  const parts = Object.entries(value).filter(
    ([key, part]) => Object.hasOwn(checks, key) && checks[key as keyof typeof checks](part),
  );
  const surface = surfaceIds.find((id) => id === value['surface']) ?? usual;
  return { ...Object.fromEntries(parts), surface };
}

function readSort(value: unknown, filter: LinkFilter): LinkSort {
  const by = isObject(value) ? linkSorts.find((each) => each === value['by']) : undefined;
  if (isObject(value) && by && typeof value['descending'] === 'boolean') return { by, descending: value['descending'] };
  return usualSort(filter);
}

/** Who asks for links that end in some days wants to see the soonest first. */
const usualSort = (filter: LinkFilter): LinkSort => (filter.endsBetween === undefined ? newestFirst : endingFirst);

/** Reads the view out of an address, which anybody may have edited; parts that make no sense are left out. */
export function readLinksView(view: Record<string, unknown>, usual: SurfaceId): LinksView {
  const filter = readFilter(view['filter'], usual);
  return { filter, sort: readSort(view['sort'], filter) };
}

/** The filter without parts that do not filter. */
export function tidyFilter(filter: LinkFilter): LinkFilter {
  const says = (value: unknown): boolean =>
    value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  return { ...Object.fromEntries(Object.entries(filter).filter(([, value]) => says(value))), surface: filter.surface };
}

/** Whether the filter leaves anything out. */
export const isNarrowed = ({ surface: _surface, ...parts }: LinkFilter): boolean => Object.keys(parts).length > 0;

/** The view as the address keeps it: nothing is written that holds anyway. */
export function linksViewState({ filter, sort }: LinksView, usual: SurfaceId): Record<string, unknown> {
  const tidy = tidyFilter(filter);
  const { by, descending } = usualSort(tidy);
  return {
    ...(isNarrowed(tidy) || tidy.surface !== usual ? { filter: tidy } : {}),
    ...(sort.by === by && sort.descending === descending ? {} : { sort }),
  };
}
