import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { AppError } from '#contract/errors';
import type { ImportFileResult, ImportJobResult } from '#contract/import';
import { importFileMessages } from '#contract/messages/import-file-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { hasEnded } from '../../state/jobs-store.ts';
import { useJob, useServices } from '../../state/services.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { JobProgress } from '../../ui/job-progress.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useAction } from '../../ui/use-action.ts';
import { BatchCounts } from './batch-counts.tsx';
import { RejectsButton } from './rejects-button.tsx';

function FileResult({ result }: { result: ImportFileResult }): ReactNode {
  const { t, errorText, pick } = useTranslator();
  const { route } = useServices();
  const { batchId, file, error } = result;
  return (
    <li>
      <strong>{file}</strong>
      {error ? (
        <Alert type="error" showIcon title={errorText(AppError.fromData(error))} />
      ) : (
        <>
          {result.knownFile && result.created + result.updated === 0 ? (
            <p className="secondary">{t('imports.knownFile')}</p>
          ) : null}
          <BatchCounts counts={result} />
          {result.remarks.map(({ code, params }) => (
            <p key={code} className="secondary">
              {pick(importFileMessages[code], params)}
            </p>
          ))}
        </>
      )}
      {batchId === null ? null : (
        <div className="toolbar">
          <Button
            size="small"
            onClick={() => route.getState().go('catalog', { view: { filter: { batchId } } })}
            disabled={result.rows === result.rejected}
          >
            {t('imports.openProducts')}
          </Button>
          <Button
            size="small"
            onClick={() => route.getState().go('imports', { id: String(batchId) })}
            disabled={result.issues === 0}
          >
            {t('imports.openIssues', { n: result.issues })}
          </Button>
          <RejectsButton batch={{ id: batchId, rejected: result.rejected }} />
        </div>
      )}
    </li>
  );
}

/** The import under way, or what became of each file. */
export function ImportOutcome({ jobId }: { jobId: string }): ReactNode {
  const { t, locale } = useTranslator();
  const { jobs, route } = useServices();
  const { run } = useAction();
  const job = useJob(jobId);
  if (job === null) return null;
  if (!hasEnded(job)) {
    return (
      <Panel title={t('imports.running')}>
        <JobProgress job={job} onCancel={() => run(() => jobs.getState().cancel(jobId))} />
      </Panel>
    );
  }
  if (job.error) return <ErrorNotice error={AppError.fromData(job.error)} showCancelled />;
  const { files, catalog } = job.result as ImportJobResult;
  return (
    <Panel
      title={t('imports.done')}
      note={t('imports.catalogNow', {
        products: catalog.products.toLocaleString(locale),
        links: catalog.links.toLocaleString(locale),
      })}
      actions={
        <Button type="primary" onClick={() => route.getState().go('catalog')}>
          {t('imports.toCatalog')}
        </Button>
      }
    >
      <ul className="result-list">
        {files.map((result) => (
          <FileResult key={result.file} result={result} />
        ))}
      </ul>
    </Panel>
  );
}
