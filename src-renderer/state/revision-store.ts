import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Transport } from '#rpc/transport';

/** Counts changes of the catalog, campaigns and checks; pages read again when it moves. */
export interface RevisionState {
  revision: number;
}

export type RevisionStore = StoreApi<RevisionState>;

export function createRevisionStore(transport: Transport): RevisionStore {
  const store = createStore<RevisionState>(() => ({ revision: 0 }));
  transport.listen('catalog.changed', ({ revision }) => store.setState({ revision }));
  return store;
}
