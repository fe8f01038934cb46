import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type LinksTab, linksTabs } from './use-links-tab.ts';

/** Title of the page and the way to its parts. */
export function LinksHeader({ tab, onTab }: { tab: LinksTab; onTab(tab: LinksTab): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <PageHeader
      title={t('nav.links')}
      note={t(`links.tab.${tab}.note`)}
      actions={
        <Segmented<LinksTab>
          aria-label={t('links.tabs')}
          value={tab}
          onChange={onTab}
          options={linksTabs.map((value) => ({ value, label: t(`links.tab.${value}`) }))}
        />
      }
    />
  );
}
