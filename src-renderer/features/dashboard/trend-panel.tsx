import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { Outcome } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { Chart, type ChartColors } from '../../ui/chart.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type FinishedRun, useFinishedRuns } from './use-finished-runs.ts';

// Not part of what the app starts with.
const RunDrawer = lazy(() => import('./run-drawer.tsx').then((module) => ({ default: module.RunDrawer })));

const height = 220;

/** Outcomes told apart in the chart, from best to worst, with their colour. */
const series = [
  { key: 'open', color: '--good-text', outcomes: ['opens', 'confirm'] },
  { key: 'copy', color: '--step-text', outcomes: ['copy-to-app', 'copy-to-browser'] },
  { key: 'closed', color: '--bad-text', outcomes: ['blocked', 'not-clickable', 'dead'] },
  { key: 'unknown', color: '--open-line', outcomes: ['unknown'] },
] as const satisfies readonly { key: string; color: string; outcomes: readonly Outcome[] }[];

const countOf = ({ byOutcome }: FinishedRun, outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, outcome) => sum + byOutcome[outcome], 0);

/** How the results of the check runs develop; a bar opens its run. */
export function TrendPanel(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { runs, error, reload } = useFinishedRuns();
  const [shown, setShown] = useState<number | null>(null);
  return (
    <Panel title={t('dashboard.trend')} note={t('dashboard.trend.note')}>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {runs !== null && runs.length > 0 ? <Trend runs={runs} onOpen={setShown} /> : null}
      {runs !== null && runs.length === 0 ? (
        <p className="secondary">
          {t('dashboard.trend.none')}{' '}
          <button type="button" className="text-link" onClick={() => route.getState().go('links')}>
            {t('dashboard.trend.toLinks')}
          </button>
        </p>
      ) : null}
      {shown === null ? null : (
        <Suspense>
          <RunDrawer runId={shown} onStarted={setShown} onClose={() => setShown(null)} />
        </Suspense>
      )}
    </Panel>
  );
}

function Trend({ runs, onOpen }: { runs: readonly FinishedRun[]; onOpen(runId: number): void }): ReactNode {
  const { t, locale } = useTranslator();
  const nameOf = useCallback(
    ({ finishedAt }: FinishedRun): string =>
      new Date(finishedAt).toLocaleString(locale, { dateStyle: 'short', timeStyle: 'short' }),
    [locale],
  );
  const option = useCallback(
    ({ faint, line, of }: ChartColors) => ({
      color: series.map(({ color }) => of(color)),
      grid: { left: 44, right: 8, top: 28, bottom: 24 },
      legend: { top: 0, left: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: faint } },
      tooltip: { trigger: 'axis' },
      xAxis: {
        type: 'category',
        data: runs.map(nameOf),
        axisLabel: { color: faint, hideOverlap: true },
        axisLine: { lineStyle: { color: line } },
        axisTick: { show: false },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { color: faint },
        splitLine: { lineStyle: { color: line } },
      },
      series: series.map(({ key, outcomes }) => ({
        name: t(`dashboard.trend.${key}`),
        type: 'bar',
        stack: 'all',
        barMaxWidth: 36,
        data: runs.map((run) => countOf(run, outcomes)),
      })),
    }),
    [runs, nameOf, t],
  );
  const onClick = useCallback(
    (index: number) => {
      const run = runs[index];
      if (run) onOpen(run.id);
    },
    [runs, onOpen],
  );
  return (
    <Chart
      label={t('dashboard.trend')}
      height={height}
      option={option}
      onClick={onClick}
      table={{
        columns: [
          t('dashboard.trend.run'),
          ...series.map(({ key }) => t(`dashboard.trend.${key}`)),
          t('dashboard.trend.skipped'),
          t('dashboard.trend.turned'),
        ],
        rows: runs.map((run) => [
          `${nameOf(run)} · ${t(`surface.${run.surface}`)}`,
          ...series.map(({ outcomes }) => countOf(run, outcomes)),
          run.skipped,
          run.turned,
        ]),
      }}
    />
  );
}
