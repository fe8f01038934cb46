import { createStore, type StoreApi } from 'zustand/vanilla';

export const pages = [
  'dashboard',
  'inbox',
  'catalog',
  'links',
  'checks',
  'campaigns',
  'packs',
  'imports',
  'rules',
  'settings',
] as const;
export type PageName = (typeof pages)[number];

export interface Route {
  page: PageName;
  /** Id of what is open on the page (a campaign, a batch …); null for its list. */
  id: string | null;
  /** The page's view state (filters …) as JSON-safe data; kept in the address so that back and reload keep it. */
  view: Record<string, unknown>;
}

export interface RouteState {
  route: Route;
  go(page: PageName, options?: { id?: string | null; view?: Record<string, unknown> }): void;
  /** Changes the view state of the page that is open, without a step in the history. */
  setView(view: Record<string, unknown>): void;
}

export function formatRoute({ page, id, view }: Route): string {
  const path = id === null ? `#/${page}` : `#/${page}/${encodeURIComponent(id)}`;
  return Object.keys(view).length === 0 ? path : `${path}?${encodeURIComponent(JSON.stringify(view))}`;
}

/** Reads an address; anything malformed leads to the dashboard. */
export function parseRoute(hash: string): Route {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?');
  const [name, id] = path.split('/');
  const page = pages.find((each) => each === name);
  if (!page) return { page: 'dashboard', id: null, view: {} };
  return { page, id: id ? decodeURIComponent(id) : null, view: parseView(query) };
}

function parseView(query: string | undefined): Record<string, unknown> {
  if (!query) return {};
  try {
    const view: unknown = JSON.parse(decodeURIComponent(query));
    return typeof view === 'object' && view !== null && !Array.isArray(view) ? (view as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export type RouteStore = StoreApi<RouteState>;

/** The open page, mirrored in the address's fragment. */
export function createRouteStore(): RouteStore {
  const store = createStore<RouteState>((set, get) => ({
    route: parseRoute(location.hash),
    go: (page, { id = null, view = {} } = {}) => {
      const route = { page, id, view };
      history.pushState(null, '', formatRoute(route));
      set({ route });
    },
    setView: (view) => {
      const route = { ...get().route, view };
      history.replaceState(null, '', formatRoute(route));
      set({ route });
    },
  }));
  window.addEventListener('popstate', () => store.setState({ route: parseRoute(location.hash) }));
  return store;
}
