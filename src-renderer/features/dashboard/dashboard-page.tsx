import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { campaignSurfaceIds } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { useAction } from '../../ui/use-action.ts';
import { ImportButton } from '../imports/import-button.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { EarningPanel } from './earning-panel.tsx';
import { EndingPanel } from './ending-panel.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { FirstSteps } from './first-steps.tsx';
import { KeyNumbers } from './key-numbers.tsx';
import { OpenabilityPanel } from './openability-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import './dashboard.css';

/** What can be posted today, what is broken, what it is worth, what ends, what changed. */
export function DashboardPage(): ReactNode {
  const { t } = useTranslator();
  const { settings } = useServices();
  const { surface } = useSettings();
  const { run } = useAction();
  const { data, error, reload } = useRemote('dashboard.get', {});
  if (data === null) {
    return (
      <>
        <PageHeader title={t('nav.dashboard')} />
        {error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active paragraph={{ rows: 8 }} />}
      </>
    );
  }
  if (data.products === 0 && data.campaigns.length === 0) return <FirstSteps />;
  return (
    <>
      <PageHeader
        title={t('nav.dashboard')}
        note={t('dashboard.basis', { date: data.asOf, pack: data.policyPack })}
        actions={
          <>
            <SurfaceSelect
              value={surface}
              among={campaignSurfaceIds}
              onChange={(next) => run(() => settings.getState().change({ surface: next }))}
              label={t('settings.surface')}
            />
            <ImportButton primary={false} />
          </>
        }
      />
      <div className="stack">
        {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
        <KeyNumbers dashboard={data} surface={surface} />
        <ReadinessPanel campaigns={data.campaigns} today={data.today} />
        <OpenabilityPanel rows={data.openability} current={surface} />
        <div className="columns">
          <div className="stack">
            <ChangesPanel dashboard={data} surface={surface} />
            <EndingPanel calendar={data.calendar} surface={surface} />
          </div>
          <div className="stack">
            <FindingsPanel findings={data.findings} />
            <EarningPanel dashboard={data} surface={surface} />
            <TrendPanel />
          </div>
        </div>
      </div>
    </>
  );
}
