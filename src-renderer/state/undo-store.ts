import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something the user did that can be taken back. */
export interface Undoable {
  key: string;
  /** What was done, as it was told. */
  text: string;
  undo(): Promise<unknown>;
}

export interface UndoState {
  /** Newest last. */
  done: readonly Undoable[];
  /**
   * @param same names what was done; doing more of it (a row moved again) takes the place of what was noted before
   * @returns the key it can be taken back by
   */
  add(text: string, undo: () => Promise<unknown>, same?: string): string;
  /** Takes one out: it is being taken back, and must not be a second time. */
  take(key: string): Undoable | null;
}

export type UndoStore = StoreApi<UndoState>;

/** Steps remembered in one session. */
const most = 50;

/** What was done in this session, for the undo key. */
export function createUndoStore(): UndoStore {
  let added = 0;
  return createStore<UndoState>((set, get) => ({
    done: [],
    add: (text, undo, same) => {
      added += 1;
      const key = `undo-${same ?? added}`;
      const others = get().done.filter((each) => each.key !== key);
      set({ done: [...others, { key, text, undo }].slice(-most) });
      return key;
    },
    take: (key) => {
      const found = get().done.find((each) => each.key === key) ?? null;
      set(({ done }) => ({ done: done.filter((each) => each !== found) }));
      return found;
    },
  }));
}
