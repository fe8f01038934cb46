import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DataSection } from './data-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { NetworkSection } from './network-section.tsx';
import { TopSection } from '../top/top-section.tsx';
import { WatchSection } from '../watch/watch-section.tsx';
import { PasteSection } from './paste-section.tsx';
import './settings.css';

export function SettingsPage(): ReactNode {
  const { t } = useTranslator();
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <div className="stack settings">
        <GeneralSection />
        <IdentitySection />
        <TopSection />
        <WatchSection />
        <PasteSection />
        <NetworkSection />
        <DataSection />
      </div>
    </>
  );
}
