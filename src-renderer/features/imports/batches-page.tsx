import { Table, type TableColumnsType } from 'antd';
import { type ReactNode } from 'react';
import type { ImportBatchRow } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Count } from '../../ui/money.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { usePages } from '../../ui/use-pages.ts';
import { BatchState } from './batch-state.tsx';
import { ChooseFiles } from './choose-files.tsx';
import { ImportButton } from './import-button.tsx';
import { SavedMappings } from './saved-mappings.tsx';
import { WatchPanel } from '../watch/watch-panel.tsx';
import { UndoButton } from './undo-button.tsx';

const pageRows = 50;

function useColumns(): TableColumnsType<ImportBatchRow> {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const number = (key: 'rows' | 'created' | 'updated' | 'unchanged' | 'rejected' | 'issues') => ({
    key,
    title: t(`imports.count.${key}`),
    align: 'end' as const,
    render: (_: unknown, batch: ImportBatchRow) => <Count value={batch[key]} />,
  });
  return [
    {
      key: 'file',
      title: t('imports.file'),
      render: (_, batch) => (
        <button
          type="button"
          className="text-link"
          onClick={() => route.getState().go('imports', { id: String(batch.id) })}
        >
          {batch.fileName}
        </button>
      ),
    },
    {
      key: 'at',
      title: t('imports.at'),
      render: (_, batch) => <span className="tabular">{shortTime(batch.startedAt, locale)}</span>,
    },
    { key: 'state', title: t('imports.state'), render: (_, { state }) => <BatchState state={state} /> },
    number('rows'),
    number('created'),
    number('updated'),
    number('unchanged'),
    number('rejected'),
    number('issues'),
    { key: 'undo', title: '', render: (_, batch) => <UndoButton batch={batch} small /> },
  ];
}

/** Every import there was, newest first, each of which can be taken back. */
export function BatchesPage(): ReactNode {
  const { t } = useTranslator();
  const { slice, pager } = usePages(pageRows);
  const { data, error, loading, reload } = useRemote('import.batches', slice);
  const columns = useColumns();
  if (data?.total === 0) {
    return (
      <>
        <PageHeader title={t('nav.imports')} />
        <div className="stack">
          <WatchPanel />
          <ChooseFiles />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t('nav.imports')} note={t('imports.note')} actions={<ImportButton />} />
      <div className="stack">
        <WatchPanel />
        {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
        {data === null && error ? null : (
          <Panel title={t('imports.all')} flush>
            <Table
              rowKey="id"
              size="middle"
              columns={columns}
              dataSource={data?.items ?? []}
              loading={loading && data === null}
              scroll={{ x: 'max-content' }}
              pagination={pager(data?.total)}
            />
          </Panel>
        )}
        <SavedMappings />
      </div>
    </>
  );
}
