import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ImportButton } from '../imports/import-button.tsx';

interface CatalogHeaderProps {
  /** Null until it was counted. */
  total: number | null;
  counting: boolean;
  /** It could not be counted, and nothing is on its way. */
  failed: boolean;
}

/** Title of the page with the number of rows below it. */
export function CatalogHeader({ total, counting, failed }: CatalogHeaderProps): ReactNode {
  const { t, locale } = useTranslator();
  const note =
    total === null ? (
      !failed && t('common.loading')
    ) : (
      <span className={counting ? 'tabular faint' : 'tabular'} data-testid="product-count">
        {t('common.items', { n: total.toLocaleString(locale) })}
      </span>
    );
  return <PageHeader title={t('nav.catalog')} note={note} actions={<ImportButton primary={false} />} />;
}
