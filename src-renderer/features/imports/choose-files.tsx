import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DemoButton } from './demo-button.tsx';
import { ImportButton } from './import-button.tsx';

/** Where an import starts when no file is chosen yet. */
export function ChooseFiles(): ReactNode {
  const { t } = useTranslator();
  return (
    <EmptyState
      title={t('imports.choose')}
      actions={
        <>
          <ImportButton />
          <DemoButton />
        </>
      }
    >
      {t('imports.choose.text')}
    </EmptyState>
  );
}
