import { Select, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CheckResult, CheckRun } from '#contract/checks';
import { skipMessage } from '#contract/messages/check-messages';
import { linkKindName } from '#contract/messages/link-messages';
import { outcomeNames } from '#contract/messages/openability-messages';
import { type Outcome, outcomes } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { EvidenceDrawer } from './evidence-drawer.tsx';

/** Which of a run's links are listed. */
export type ResultView = 'all' | 'turned' | 'skipped' | Outcome;

const pageRows = 20;

function filterOf(view: ResultView): { outcomes?: Outcome[]; skipped?: boolean; turned?: boolean } {
  if (view === 'all') return {};
  if (view === 'turned') return { turned: true };
  return view === 'skipped' ? { skipped: true } : { outcomes: [view], skipped: false };
}

function useColumns(onOpen: (linkId: number) => void): TableColumnsType<CheckResult> {
  const { t, pick } = useTranslator();
  return [
    {
      key: 'value',
      title: t('checks.result.value'),
      render: (_, { linkId, kind, value }) => (
        <div className="result-link">
          <span className="secondary">{pick(linkKindName(kind))}</span>
          {linkId === null ? (
            <span className="mono one-line" title={t('checks.gone')}>
              {value}
            </span>
          ) : (
            <button type="button" className="text-link mono one-line" title={value} onClick={() => onOpen(linkId)}>
              {value}
            </button>
          )}
        </div>
      ),
    },
    { key: 'was', title: t('checks.result.was'), width: 150, render: (_, { was }) => <OutcomeTag outcome={was} /> },
    { key: 'now', title: t('checks.result.now'), width: 200, render: (_, result) => <Now result={result} /> },
  ];
}

function Now({ result: { state, outcome, skipReason } }: { result: CheckResult }): ReactNode {
  const { t, pick } = useTranslator();
  if (outcome !== null) return <OutcomeTag outcome={outcome} />;
  if (state === 'waiting') return <span className="faint">{t('checks.waiting')}</span>;
  return (
    <>
      <ToneTag tone="open">{t('checks.skipped')}</ToneTag>
      {skipReason === null ? null : <small className="secondary result-reason">{pick(skipMessage(skipReason))}</small>}
    </>
  );
}

interface CheckResultsProps {
  run: CheckRun;
  view: ResultView;
  onView(view: ResultView): void;
}

/** Link by link what a run says; each leads to its evidence. */
export function CheckResults({ run, view, onView }: CheckResultsProps): ReactNode {
  const { t, pick } = useTranslator();
  const { slice, pager, toFirst } = usePages(pageRows);
  const [linkId, setLinkId] = useState<number | null>(null);
  const { data, error, loading, reload } = useRemote('checks.results', {
    runId: run.id,
    ...filterOf(view),
    ...slice,
  });
  const columns = useColumns(setLinkId);
  const views: ResultView[] = ['all', 'turned', 'skipped', ...outcomes.filter((each) => run.byOutcome[each] > 0)];
  const nameOf = (each: ResultView): string => {
    if (each === 'all') return t('checks.filter.all');
    return each === 'turned' || each === 'skipped' ? t(`checks.${each}`) : pick(outcomeNames[each]);
  };
  return (
    <Panel
      flush
      title={t('checks.results')}
      actions={
        <Select
          size="small"
          aria-label={t('checks.results')}
          value={view}
          popupMatchSelectWidth={false}
          onChange={(each) => {
            toFirst();
            onView(each);
          }}
          options={views.map((value) => ({ value, label: nameOf(value) }))}
        />
      }
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <Table
        rowKey={({ linkId: id, value }) => `${id ?? ''} ${value}`}
        size="small"
        columns={columns}
        dataSource={data?.items ?? []}
        loading={loading && data === null}
        locale={{ emptyText: t('checks.results.none') }}
        tableLayout="fixed"
        pagination={pager(data?.total)}
      />
      <EvidenceDrawer linkId={linkId} onClose={() => setLinkId(null)} />
    </Panel>
  );
}
