import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRoute } from '../../state/services.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DeviceRecords } from '../devices/device-records.tsx';
import { TourPage } from '../devices/tour-page.tsx';
import { DuePanel } from './due-panel.tsx';
import { RunPage } from './run-page.tsx';
import { RunsPanel } from './runs-panel.tsx';
import { StartChecks } from './start-checks.tsx';
import './checks.css';

/** Checking links over the network: what is due, what was found, and one run in full. */
export function ChecksPage(): ReactNode {
  const { t } = useTranslator();
  const { id } = useRoute();
  if (id === 'device') return <TourPage />;
  const runId = Number(id);
  if (id !== null && Number.isSafeInteger(runId) && runId > 0) return <RunPage key={runId} runId={runId} />;
  return (
    <>
      <PageHeader title={t('nav.checks')} note={t('checks.note')} actions={<StartChecks />} />
      <div className="stack">
        <DuePanel />
        <RunsPanel />
        <DeviceRecords />
      </div>
    </>
  );
}
