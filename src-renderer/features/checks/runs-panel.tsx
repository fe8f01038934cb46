import { Table, type TableColumnsType } from 'antd';
import { type ReactNode } from 'react';
import type { CheckRun, CheckScope } from '#contract/checks';
import { outcomeNames } from '#contract/messages/openability-messages';
import { outcomes } from '#contract/surfaces';
import { type Translator, useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { outcomeTone } from '../../theme/status-colors.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Count } from '../../ui/money.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { RunStateTag } from './run-state-tag.tsx';

const pageRows = 20;

/** Which links a run was about, in words. */
function scopeText(scope: CheckScope, campaignNames: ReadonlyMap<number, string>, { t, locale }: Translator): string {
  switch (scope.type) {
    case 'links':
      return t('checks.scope.links', { n: scope.linkIds.length.toLocaleString(locale) });
    case 'campaign':
      return t('checks.scope.campaign', { name: campaignNames.get(scope.id) ?? `#${scope.id}` });
    case 'skipped':
      return t('checks.scope.skipped', { id: scope.runId });
    default:
      return t(`checks.scope.${scope.type}`);
  }
}

function useColumns(): TableColumnsType<CheckRun> {
  const translator = useTranslator();
  const { t, locale } = translator;
  const { route } = useServices();
  const { data: campaigns } = useRemote('campaigns.list', { archived: false });
  const names = new Map((campaigns ?? []).map(({ id, name }) => [id, name]));
  return [
    {
      key: 'id',
      title: t('checks.runs.id'),
      width: 110,
      render: (_, { id }) => (
        <button type="button" className="text-link" onClick={() => route.getState().go('checks', { id: String(id) })}>
          {t('checks.run', { id })}
        </button>
      ),
    },
    {
      key: 'scope',
      title: t('checks.runs.scope'),
      width: 150,
      render: (_, { scope }) => scopeText(scope, names, translator),
    },
    { key: 'surface', title: t('surface.label'), width: 96, render: (_, { surface }) => t(`surface.${surface}`) },
    { key: 'state', title: t('checks.runs.state'), width: 96, render: (_, { state }) => <RunStateTag state={state} /> },
    { key: 'outcome', title: t('checks.runs.outcome'), render: (_, run) => <Outcomes run={run} /> },
    {
      key: 'turned',
      title: t('checks.turned'),
      width: 88,
      align: 'end',
      render: (_, { turned }) => <Count value={turned} />,
    },
    {
      key: 'at',
      title: t('checks.runs.at'),
      width: 130,
      render: (_, { startedAt }) => <span className="secondary tabular">{shortTime(startedAt, locale)}</span>,
    },
  ];
}

function Outcomes({ run: { byOutcome, skipped } }: { run: CheckRun }): ReactNode {
  const { t, pick, locale } = useTranslator();
  return (
    <span className="run-outcomes">
      {outcomes
        .filter((outcome) => byOutcome[outcome] > 0)
        .map((outcome) => (
          <ToneTag key={outcome} tone={outcomeTone[outcome]}>
            {pick(outcomeNames[outcome])} {byOutcome[outcome].toLocaleString(locale)}
          </ToneTag>
        ))}
      {skipped > 0 ? (
        <span className="secondary">
          {t('checks.skipped')} {skipped.toLocaleString(locale)}
        </span>
      ) : null}
    </span>
  );
}

/** Every run there was, newest first. */
export function RunsPanel(): ReactNode {
  const { t } = useTranslator();
  const { slice, pager } = usePages(pageRows);
  const { data, error, loading, reload } = useRemote('checks.list', slice);
  const columns = useColumns();
  return (
    <Panel title={t('checks.runs')} flush>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <Table
        rowKey="id"
        size="middle"
        columns={columns}
        dataSource={data?.items ?? []}
        loading={loading && data === null}
        locale={{ emptyText: t('checks.runs.none') }}
        tableLayout="fixed"
        pagination={pager(data?.total)}
      />
    </Panel>
  );
}
