import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';

/** The name of the imports with how many files wait in the watched folder. */
export function WatchBadge(): ReactNode {
  const { t } = useTranslator();
  const { watch } = useServices();
  const waiting = useStore(watch, (state) => state.offers.length);
  return (
    <span className="nav-counted">
      {t('nav.imports')}
      {waiting === 0 ? null : <span className="nav-count nav-count-quiet">{waiting}</span>}
    </span>
  );
}
