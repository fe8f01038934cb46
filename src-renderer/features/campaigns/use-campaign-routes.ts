import { useMemo } from 'react';
import { useServices } from '../../state/services.tsx';
import { type DeskView, deskViewState } from './campaign-view.ts';

export interface CampaignRoutes {
  list(): void;
  /** Opens a campaign at exactly the items a part of its view names. */
  desk(id: number, view?: Partial<DeskView>): void;
  templates(id?: string): void;
}

const everything: DeskView = { surface: null, states: [], leftOut: false, search: '', itemId: null };

/** Ways from one screen of the campaigns to another. */
export function useCampaignRoutes(): CampaignRoutes {
  const { route } = useServices();
  return useMemo(
    () => ({
      list: () => route.getState().go('campaigns'),
      desk: (id, view = {}) =>
        route.getState().go('campaigns', { id: String(id), view: deskViewState({ ...everything, ...view }) }),
      templates: (id) =>
        route.getState().go('campaigns', { id: 'templates', view: id === undefined ? {} : { template: id } }),
    }),
    [route],
  );
}
