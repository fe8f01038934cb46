import { useStore } from 'zustand';
import type { CopyTemplate } from '#contract/templates';
import { useRoute, useServices, useSettings } from '../../../state/services.tsx';
import { newTemplate } from '../../../state/template-drafts.ts';

/** What the editor starts from; a template that was never saved has no id. */
export type OpenTemplate = Omit<CopyTemplate, 'id'> & { id: string | null };

interface Opened {
  /** The one being written that was never saved. */
  fresh: OpenTemplate | null;
  /** The one the address names, else the one being written, else the first for the place one usually posts to. */
  open: OpenTemplate | null;
}

/** Which template the page shows. */
export function useOpenTemplate(templates: readonly CopyTemplate[]): Opened {
  const { templateDrafts } = useServices();
  const draft = useStore(templateDrafts, (state) => state.drafts[newTemplate]);
  const { surface } = useSettings();
  const { view } = useRoute();
  const asked = view['template'];
  const fresh: OpenTemplate | null = draft ? { ...draft, id: null, description: '', builtIn: false } : null;
  if (asked === newTemplate && fresh) return { fresh, open: fresh };
  const usual = templates.find((template) => template.surface === surface) ?? templates[0] ?? null;
  return { fresh, open: templates.find(({ id }) => id === asked) ?? fresh ?? usual };
}
