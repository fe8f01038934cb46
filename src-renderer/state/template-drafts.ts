import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SurfaceId } from '#contract/surfaces';

/** A copy template being written. */
export interface TemplateDraft {
  name: string;
  surface: SurfaceId;
  body: string;
}

export interface TemplateDrafts {
  /** By id of the template; `newTemplate` for one that was never saved. */
  drafts: Readonly<Record<string, TemplateDraft>>;
  keep(id: string, draft: TemplateDraft): void;
  drop(id: string): void;
}

export type TemplateDraftStore = StoreApi<TemplateDrafts>;

/** Id under which the draft of a template is kept that was never saved. */
export const newTemplate = 'new';

/** Templates that were changed and not saved; they stay while the user looks at other pages. */
export function createTemplateDrafts(): TemplateDraftStore {
  return createStore<TemplateDrafts>((set) => ({
    drafts: {},
    keep: (id, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } })),
    drop: (id) =>
      set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== id)) })),
  }));
}
