import { Layout } from 'antd';
import type { ReactNode } from 'react';
import { DropZone } from '../features/imports/drop-zone.tsx';
import { WatchNotice } from '../features/watch/watch-notice.tsx';
import { ClipboardWatch } from '../features/paste/clipboard-watch.tsx';
import { TourHost } from '../features/tour/tour-host.tsx';
import { useTranslator } from '../i18n/locale.tsx';
import { AsOfBanner } from './as-of-banner.tsx';
import { JobTray } from './job-tray.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineNotice } from './offline-notice.tsx';

/** The frame around every page: navigation on the left, the page on the right. */
export function Shell({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslator();
  return (
    <Layout className="shell">
      <a
        className="skip-link"
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
      >
        {t('nav.skip')}
      </a>
      <Layout.Sider width={208} theme="light" className="shell-sider">
        <div className="brand">
          <span className="brand-mark" aria-hidden="true">
            淘
          </span>
          <span>
            <strong>{t('app.name')}</strong>
            <small>{t('app.tagline')}</small>
          </span>
        </div>
        <Navigation />
        <JobTray />
      </Layout.Sider>
      <Layout>
        <DropZone />
        <ClipboardWatch />
        <WatchNotice />
        <TourHost />
        <AsOfBanner />
        <OfflineNotice />
        <main id="content" tabIndex={-1} className="page">
          {children}
        </main>
      </Layout>
    </Layout>
  );
}
