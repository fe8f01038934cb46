import { Alert, Skeleton } from 'antd';
import { type ComponentProps, type ReactNode, useState } from 'react';
import type { CheckRun } from '#contract/checks';
import { skipMessage } from '#contract/messages/check-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { outcomes } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { outcomeTone } from '../../theme/status-colors.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import { useJobFollower } from '../../state/use-job-follower.ts';
import { useRemote } from '../../state/use-remote.ts';
import { CheckResults, type ResultView } from './check-results.tsx';
import { RunControls } from './run-controls.tsx';
import { RunStateTag } from './run-state-tag.tsx';
import './checks.css';

interface CheckRunPanelProps {
  runId: number;
  /** Another run was begun from this one; show it in its place. */
  onStarted(runId: number): void;
}

/** One run: how far it is, holding and stopping it, what came out, what was skipped and why, link by link. */
export function CheckRunPanel({ runId, onStarted }: CheckRunPanelProps): ReactNode {
  const { t } = useTranslator();
  const { data: run, error, reload } = useJobFollower(useRemote('checks.get', { runId }));
  const [view, setView] = useState<ResultView>('all');
  if (!run) return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active />;
  if (run.state === 'done' && run.total === 0) return <EmptyState title={t('checks.nothing')} />;
  return (
    <div className="stack">
      <RunState run={run} onChanged={reload} onStarted={onStarted} />
      <Summary run={run} onShow={setView} />
      <Skipped run={run} />
      <CheckResults run={run} view={view} onView={setView} />
    </div>
  );
}

function RunState({ run, ...does }: ComponentProps<typeof RunControls>): ReactNode {
  const { t, locale } = useTranslator();
  const { state, total, checked, skipped } = run;
  const done = checked + skipped;
  const note = state === 'interrupted' || state === 'cancelled' || state === 'failed' ? state : null;
  return (
    <section className="run-state">
      <div className="run-state-line">
        <RunStateTag state={state} />
        <span className="secondary tabular">
          {total === null ? t('checks.gathering') : `${done.toLocaleString(locale)} / ${total.toLocaleString(locale)}`}
        </span>
        <span className="secondary">{t(`surface.${run.surface}`)}</span>
        <span className="toolbar-space" />
        <RunControls run={run} {...does} />
      </div>
      {state === 'done' ? null : (
        // What has stopped may not look as if something moved.
        <ProgressBar done={done} total={state === 'running' ? total : (total ?? 0)} label={t('checks.start')} />
      )}
      {note === null ? null : (
        <Alert type={note === 'failed' ? 'error' : 'info'} showIcon title={t(`checks.${note}`)} />
      )}
    </section>
  );
}

/** What came out, each number leading to exactly its links. */
function Summary({ run, onShow }: { run: CheckRun; onShow(view: ResultView): void }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const counted = (value: number): string => value.toLocaleString(locale);
  return (
    <div className="stat-row run-summary">
      {outcomes
        .filter((outcome) => run.byOutcome[outcome] > 0)
        .map((outcome) => (
          <StatTile
            key={outcome}
            label={pick(outcomeNames[outcome])}
            value={counted(run.byOutcome[outcome])}
            tone={outcomeTone[outcome]}
            onOpen={() => onShow(outcome)}
          />
        ))}
      <StatTile
        label={t('checks.turned')}
        value={counted(run.turned)}
        tone={run.turned > 0 ? 'warn' : 'neutral'}
        onOpen={() => onShow('turned')}
      />
      <StatTile label={t('checks.skipped')} value={counted(run.skipped)} tone="open" onOpen={() => onShow('skipped')} />
    </div>
  );
}

/** Why links were not checked, each reason with its number. */
function Skipped({ run }: { run: CheckRun }): ReactNode {
  const { t, pick, locale } = useTranslator();
  if (run.skippedBy.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('checks.skipped.note')}
      description={
        <ul className="skip-reasons">
          {run.skippedBy.map(({ reason, links }) => (
            <li key={reason}>
              <strong className="tabular">{links.toLocaleString(locale)}</strong> {pick(skipMessage(reason))}
            </li>
          ))}
        </ul>
      }
    />
  );
}
