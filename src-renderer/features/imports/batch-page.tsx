import { Button, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { AppError } from '#contract/errors';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { DataList } from '../../ui/data-list.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BatchCounts } from './batch-counts.tsx';
import { BatchState } from './batch-state.tsx';
import { type IssueChoice, IssueGroups } from './issue-groups.tsx';
import { IssueTable } from './issue-table.tsx';
import { RejectsButton } from './rejects-button.tsx';
import { UndoButton } from './undo-button.tsx';

/** One import: how the file was read, what became of its rows, and every remark about them. */
export function BatchPage({ id }: { id: number }): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { data: batch, error, reload } = useRemote('import.batch', { id });
  const [choice, setChoice] = useState<IssueChoice>({});
  const back = (
    <Button onClick={() => route.getState().go('imports', { view: { step: 'list' } })}>
      {t('imports.allImports')}
    </Button>
  );
  if (batch === null) {
    return (
      <>
        <PageHeader title={t('nav.imports')} actions={back} />
        {error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active />}
      </>
    );
  }
  const { format } = batch;
  return (
    <>
      <PageHeader
        title={batch.fileName}
        note={<BatchState state={batch.state} />}
        actions={
          <>
            <UndoButton batch={batch} />
            <Button
              disabled={batch.state !== 'merged'}
              onClick={() => route.getState().go('catalog', { view: { filter: { batchId: id } } })}
            >
              {t('imports.openProducts')}
            </Button>
            {back}
          </>
        }
      />
      <div className="stack">
        {batch.error ? <ErrorNotice error={AppError.fromData(batch.error)} showCancelled /> : null}
        <Panel title={t('imports.result')}>
          <BatchCounts counts={batch} />
          <DataList
            rows={[
              [t('imports.at'), new Date(batch.startedAt).toLocaleString(locale)],
              [t('imports.dataDate'), batch.dataDate],
              [t('imports.format'), [format.container, format.encoding].filter((part) => part !== null).join(' · ')],
              [t('imports.undoneAt'), batch.undoneAt === null ? null : new Date(batch.undoneAt).toLocaleString(locale)],
            ]}
          />
        </Panel>
        {batch.issues === 0 ? (
          <Panel title={t('imports.issues')}>{t('imports.issues.none')}</Panel>
        ) : (
          <Panel
            title={t('imports.issues')}
            note={t('imports.issues.note')}
            actions={<RejectsButton batch={batch} />}
            flush
          >
            <div className="issues">
              <IssueGroups batchId={id} choice={choice} onChoose={setChoice} />
              <IssueTable key={JSON.stringify(choice)} batchId={id} choice={choice} />
            </div>
          </Panel>
        )}
      </div>
    </>
  );
}
