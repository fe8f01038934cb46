import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** There are links, but none like this. */
export function NoLinkMatch({ search, onClear }: { search: string | undefined; onClear(): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <EmptyState title={t('links.noMatch')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {search === undefined ? t('links.noMatch.filter') : t('links.noMatch.search', { search: search.slice(0, 80) })}
    </EmptyState>
  );
}
