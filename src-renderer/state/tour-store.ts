import { createStore, type StoreApi } from 'zustand/vanilla';

/** Whether the tour of the app is being shown. */
export interface TourState {
  isOpen: boolean;
}

export type TourStore = StoreApi<TourState>;

export const createTourStore = (): TourStore => createStore<TourState>(() => ({ isOpen: false }));
