import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WatchState } from '#contract/watch';
import type { Transport } from '#rpc/transport';

export interface WatchStoreState extends WatchState {
  /** Reads how it stands; afterwards the store follows every change. */
  load(): Promise<void>;
  /** Runs a call that answers with how it stands then. */
  change(
    ...call:
      | ['watch.choose', { folder: { ref: string } | { path: string } | null }]
      | ['watch.ignore', { ids: string[] }]
      | ['watch.offerAll', Record<string, never>]
  ): Promise<void>;
}

export type WatchStore = StoreApi<WatchStoreState>;

/** The watched folder and the files in it that are offered for import. */
export function createWatchStore(transport: Transport): WatchStore {
  const store = createStore<WatchStoreState>((set) => ({
    folder: null,
    problem: null,
    offers: [],
    quiet: 0,
    load: async () => set(await transport.call('watch.state', {})),
    change: async (method, params) => set(await transport.call(method, params)),
  }));
  transport.listen('watch.changed', (state) => store.setState(state));
  return store;
}
