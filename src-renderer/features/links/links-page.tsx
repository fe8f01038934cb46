import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';

export function LinksPage(): ReactNode {
  const { t } = useTranslator();
  return <PageHeader title={t('nav.links')} />;
}
