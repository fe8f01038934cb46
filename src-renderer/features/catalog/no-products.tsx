import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DemoButton } from '../imports/demo-button.tsx';
import { ImportButton } from '../imports/import-button.tsx';

/** Stands where products would be, in a catalog without any: how they get in. */
export function NoProducts(): ReactNode {
  const { t } = useTranslator();
  return (
    <EmptyState
      title={t('catalog.empty.title')}
      actions={
        <>
          <ImportButton />
          <DemoButton />
        </>
      }
    >
      {t('catalog.empty.text')}
    </EmptyState>
  );
}
