import { Select, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { type TopResultRow, type TopTaskState, topTaskStates } from '#contract/top-runs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import type { Tone } from '../../theme/status-colors.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { refusalText } from './refusal-text.ts';

const pageRows = 20;
const tones: Record<TopTaskState, Tone> = { done: 'good', failed: 'bad', skipped: 'open', waiting: 'neutral' };

interface RunResultsProps {
  runId: number;
  /** Products asked about so far; the list is read again as it grows. */
  asked: number;
  /** Null = all. */
  view: TopTaskState | null;
  onView(view: TopTaskState | null): void;
}

/** Product by product what came of it; each leads to the product. */
export function RunResults({ runId, asked, view, onView }: RunResultsProps): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { slice, pager, toFirst } = usePages(pageRows);
  const { data, error, loading, reload } = useRemote('top.results', {
    runId,
    ...(view === null ? {} : { state: view }),
    ...slice,
  });
  const seen = useRef(asked);
  useEffect(() => {
    if (loading || asked === seen.current) return;
    seen.current = asked;
    reload();
  }, [loading, asked, reload]);
  const columns: TableColumnsType<TopResultRow> = [
    {
      key: 'product',
      title: t('top.run.product'),
      render: (_, { productId, title, itemId }) => (
        <button
          type="button"
          className="text-link one-line"
          title={title ?? itemId}
          onClick={() => route.getState().go('catalog', { id: productId })}
        >
          {title ?? itemId}
        </button>
      ),
    },
    {
      key: 'result',
      title: t('top.run.result'),
      width: 300,
      render: (_, { state, refusal }) => (
        <span className="top-result">
          <ToneTag tone={tones[state]}>{t(`top.run.${state}`)}</ToneTag>
          {refusal ? (
            <small className="secondary one-line" title={refusalText(refusal, locale)}>
              {refusalText(refusal, locale)}
            </small>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <section className="stack">
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <Select<TopTaskState | 'all'>
        className="top-view"
        aria-label={t('top.run.result')}
        value={view ?? 'all'}
        onChange={(next) => {
          toFirst();
          onView(next === 'all' ? null : next);
        }}
        options={(['all', ...topTaskStates] as const).map((value) => ({ value, label: t(`top.run.${value}`) }))}
      />
      <Table
        rowKey="productId"
        size="small"
        columns={columns}
        dataSource={data?.items ?? []}
        loading={loading && data === null}
        tableLayout="fixed"
        pagination={pager(data?.total)}
      />
    </section>
  );
}
