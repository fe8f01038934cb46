import { Skeleton } from 'antd';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { DashboardPage } from '../features/dashboard/dashboard-page.tsx';
import type { PageName } from '../state/route-store.ts';
import { useRoute } from '../state/services.tsx';
import { PageBoundary } from './page-boundary.tsx';

/** Pages are loaded when they are first opened; the overview comes with the app. */
const pages: Record<PageName, ComponentType> = {
  dashboard: DashboardPage,
  inbox: lazy(() => import('../features/inbox/inbox-page.tsx').then((module) => ({ default: module.InboxPage }))),
  catalog: lazy(() =>
    import('../features/catalog/catalog-page.tsx').then((module) => ({ default: module.CatalogPage })),
  ),
  links: lazy(() => import('../features/links/links-page.tsx').then((module) => ({ default: module.LinksPage }))),
  checks: lazy(() => import('../features/checks/checks-page.tsx').then((module) => ({ default: module.ChecksPage }))),
  campaigns: lazy(() =>
    import('../features/campaigns/campaigns-page.tsx').then((module) => ({ default: module.CampaignsPage })),
  ),
  packs: lazy(() => import('../features/packs/packs-page.tsx').then((module) => ({ default: module.PacksPage }))),
  imports: lazy(() =>
    import('../features/imports/imports-page.tsx').then((module) => ({ default: module.ImportsPage })),
  ),
  rules: lazy(() => import('../features/rules/rules-page.tsx').then((module) => ({ default: module.RulesPage }))),
  settings: lazy(() =>
    import('../features/settings/settings-page.tsx').then((module) => ({ default: module.SettingsPage })),
  ),
};

/** The open page. */
export function Pages(): ReactNode {
  const { page } = useRoute();
  const Page = pages[page];
  return (
    <PageBoundary page={page}>
      <Suspense fallback={<Skeleton active />}>
        <Page />
      </Suspense>
    </PageBoundary>
  );
}
