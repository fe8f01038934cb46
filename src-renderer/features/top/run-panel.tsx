import { Alert, Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { topActionNames } from '#contract/messages/top-names';
import { type TopRun, type TopTaskState, topTaskStates } from '#contract/top-runs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import type { Tone } from '../../theme/status-colors.ts';
import { useJobFollower } from '../../state/use-job-follower.ts';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { useAction } from '../../ui/use-action.ts';
import { refusalText } from './refusal-text.ts';
import { RunResults } from './run-results.tsx';
import { TopStateTag } from './top-state-tag.tsx';

const tones: Record<TopTaskState, Tone> = { done: 'good', failed: 'bad', skipped: 'open', waiting: 'neutral' };

/** One run: how far it is, stopping it and going on, what came of each product and why some brought nothing. */
export function RunPanel({ runId }: { runId: number }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { route } = useServices();
  const { data: run, error, reload } = useJobFollower(useRemote('top.run', { runId }));
  const [view, setView] = useState<TopTaskState | null>(null);
  if (!run) return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active />;
  const asked = run.total - run.byState.waiting;
  return (
    <div className="stack">
      <div className="toolbar">
        <strong>{pick(topActionNames[run.action])}</strong>
        <TopStateTag state={run.state} />
        <span className="secondary tabular">
          {shortTime(run.startedAt, locale)} · {t('top.run.calls', { n: run.calls.toLocaleString(locale) })}
        </span>
        <span className="toolbar-space" />
        <RunControls run={run} onChanged={reload} />
      </div>
      {run.state === 'running' ? (
        <ProgressBar done={asked} total={run.total} label={pick(topActionNames[run.action])} />
      ) : null}
      {run.stopped ? <Alert type="warning" showIcon title={refusalText(run.stopped, locale)} /> : null}
      {run.state === 'interrupted' ? <Alert type="info" showIcon title={t('top.run.interrupted')} /> : null}
      <div className="stat-row">
        {topTaskStates
          .filter((state) => run.byState[state] > 0)
          .map((state) => (
            <StatTile
              key={state}
              label={t(`top.run.${state}`)}
              value={run.byState[state].toLocaleString(locale)}
              tone={tones[state]}
              onOpen={() => setView(state)}
            />
          ))}
      </div>
      {run.batchIds.map((batchId) => (
        <span key={batchId}>
          <Button onClick={() => route.getState().go('imports', { id: String(batchId) })}>{t('top.run.import')}</Button>
        </span>
      ))}
      <Reasons run={run} />
      <RunResults runId={run.id} asked={asked} view={view} onView={setView} />
    </div>
  );
}

function RunControls({ run, onChanged }: { run: TopRun; onChanged(): void }): ReactNode {
  const { t, locale } = useTranslator();
  const { transport } = useServices();
  const action = useAction();
  const call = (method: 'top.resume' | 'top.cancel'): void =>
    action.run(async () => {
      await transport.call(method, { runId: run.id });
      onChanged();
    });
  if (run.state === 'running') {
    return (
      <Button size="small" disabled={action.busy} onClick={() => call('top.cancel')}>
        {t('top.run.stop')}
      </Button>
    );
  }
  const { unmerged } = run;
  const { waiting } = run.byState;
  return waiting + unmerged > 0 ? (
    <Button size="small" type="primary" disabled={action.busy} onClick={() => call('top.resume')}>
      {waiting > 0
        ? t('top.run.resume', { n: waiting.toLocaleString(locale) })
        : t('top.run.keep', { n: unmerged.toLocaleString(locale) })}
    </Button>
  ) : null;
}

/** Each reason once, with how many products it stands for. */
function Reasons({ run: { reasons } }: { run: TopRun }): ReactNode {
  const { t, locale } = useTranslator();
  if (reasons.length === 0) return null;
  return (
    <section className="top-reasons">
      <h3>{t('top.run.reasons')}</h3>
      <ul>
        {reasons.map(({ state, refusal, products }) => (
          <li key={`${state} ${refusal.reason}`}>
            <strong className="tabular">{products.toLocaleString(locale)}</strong>
            <span>{refusalText(refusal, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
