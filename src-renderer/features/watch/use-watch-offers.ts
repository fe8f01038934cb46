import { useStore } from 'zustand';
import { useServices } from '../../state/services.tsx';
import { type Action, useAction } from '../../ui/use-action.ts';

export interface WatchOffers {
  busy: Action['busy'];
  /** Opens the import with these files; nothing is imported yet. */
  take(ids: string[]): void;
  ignore(ids: string[]): void;
}

/** What can be done with files of the watched folder. */
export function useWatchOffers(): WatchOffers {
  const { transport, imports, route, watch } = useServices();
  const change = useStore(watch, (state) => state.change);
  const { busy, run } = useAction();
  return {
    busy,
    take: (ids) =>
      run(async () => {
        const picked = await transport.call('watch.take', { ids });
        route.getState().go('imports', { view: { step: 'choose' } });
        await imports.getState().add(picked);
      }),
    ignore: (ids) => run(() => change('watch.ignore', { ids })),
  };
}
