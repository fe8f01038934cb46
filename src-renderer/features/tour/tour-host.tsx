import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useRoute, useServices, useSettings } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

// Seen once or twice in the life of an installation.
const Tour = lazy(() => import('./tour.tsx').then((module) => ({ default: module.Tour })));

/** Shows the tour when it was asked for, and remembers that it was seen; who goes elsewhere has seen enough. */
export function TourHost(): ReactNode {
  const { tour, settings } = useServices();
  const { tourSeen } = useSettings();
  const isOpen = useStore(tour, (state) => state.isOpen);
  const { page } = useRoute();
  const { run } = useAction();
  const close = useCallback(() => {
    tour.setState({ isOpen: false });
    if (!tourSeen) run(() => settings.getState().change({ tourSeen: true }));
  }, [tour, settings, tourSeen, run]);

  const openedOn = useRef(page);
  useEffect(() => {
    if (isOpen && openedOn.current !== page) close();
    openedOn.current = page;
  }, [isOpen, page, close]);

  if (!isOpen) return null;
  return (
    <Suspense>
      <Tour isAskedFor={tourSeen} onClose={close} />
    </Suspense>
  );
}
