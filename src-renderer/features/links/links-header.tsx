import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

/** Title of the page with the number of rows below it. */
export function LinksHeader({ total, counting }: { total: number | null; counting: boolean }): ReactNode {
  const { t, locale } = useTranslator();
  const note =
    total === null ? (
      t('common.loading')
    ) : (
      <span className={counting ? 'tabular faint' : 'tabular'} data-testid="link-count">
        {t('links.count', { n: total.toLocaleString(locale) })}
      </span>
    );
  return <PageHeader title={t('nav.links')} note={note} />;
}
