import { type ItemState, itemStates } from '#contract/item-states';
import { type SurfaceId, surfaceIds } from '#contract/surfaces';

/** What the list of campaigns shows, as the address keeps it. */
export interface ListView {
  layout: 'list' | 'board';
  archived: boolean;
  search: string;
}

/** Which items of a campaign are shown, and which of them is open. */
export interface DeskView {
  /** Null: the first surface of the campaign. */
  surface: SurfaceId | null;
  /** Empty: all states. */
  states: readonly ItemState[];
  /** Those left out on the surface instead. */
  leftOut: boolean;
  search: string;
  itemId: number | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** Reads an address, which anybody may have edited; what makes no sense is left out. */
export function readListView(view: Record<string, unknown>): ListView {
  return {
    layout: view['layout'] === 'board' ? 'board' : 'list',
    archived: view['archived'] === true,
    search: text(view['search']),
  };
}

/** The view as the address keeps it: nothing is written that holds anyway. */
export function listViewState({ layout, archived, search }: ListView): Record<string, unknown> {
  return {
    ...(layout === 'board' ? { layout } : {}),
    ...(archived ? { archived } : {}),
    ...(search === '' ? {} : { search }),
  };
}

export function readDeskView(view: Record<string, unknown>): DeskView {
  const asked = Array.isArray(view['states']) ? (view['states'] as unknown[]) : [];
  const itemId = view['item'];
  return {
    surface: surfaceIds.find((each) => each === view['surface']) ?? null,
    states: itemStates.filter((state) => asked.includes(state)),
    leftOut: view['leftOut'] === true,
    search: text(view['search']),
    itemId: Number.isSafeInteger(itemId) && Number(itemId) > 0 ? Number(itemId) : null,
  };
}

export function deskViewState({ surface, states, leftOut, search, itemId }: DeskView): Record<string, unknown> {
  return {
    ...(surface === null ? {} : { surface }),
    ...(states.length === 0 ? {} : { states }),
    ...(leftOut ? { leftOut } : {}),
    ...(search === '' ? {} : { search }),
    ...(itemId === null ? {} : { item: itemId }),
  };
}
