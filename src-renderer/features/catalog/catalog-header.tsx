import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportButton } from '../imports/import-button.tsx';

/** Title of the page with the number of rows below it. */
export function CatalogHeader({ total, counting }: { total: number | null; counting: boolean }): ReactNode {
  const { t, locale } = useTranslator();
  const note =
    total === null ? (
      t('common.loading')
    ) : (
      <span className={counting ? 'tabular faint' : 'tabular'} data-testid="product-count">
        {t('common.items', { n: total.toLocaleString(locale) })}
      </span>
    );
  return <PageHeader title={t('nav.catalog')} note={note} actions={<ImportButton primary={false} />} />;
}
