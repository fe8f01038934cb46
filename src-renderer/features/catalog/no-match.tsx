import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** There are products, but none like this. */
export function NoMatch({ search, onClear }: { search: string | undefined; onClear(): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <EmptyState title={t('catalog.noMatch')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {search === undefined ? t('catalog.noMatch.filter') : t('catalog.noMatch.search', { search })}
    </EmptyState>
  );
}
