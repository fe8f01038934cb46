import { Table, type TableColumnsType } from 'antd';
import { type ReactNode } from 'react';
import type { ImportIssueRow } from '#contract/import';
import { describeImportIssue } from '#contract/messages/describe-import-issue';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { usePages } from '../../ui/use-pages.ts';
import { EffectTag, isIssueCode, type IssueChoice } from './issue-groups.tsx';

const pageRows = 50;

function useColumns(): TableColumnsType<ImportIssueRow> {
  const { t, locale } = useTranslator();
  return [
    {
      key: 'line',
      title: t('imports.line'),
      width: 60,
      align: 'end',
      render: (_, { line }) => <span className="tabular">{line}</span>,
    },
    { key: 'column', title: t('imports.column'), width: 116, dataIndex: 'column' },
    {
      key: 'value',
      title: t('imports.value'),
      width: 140,
      render: (_, { value }) => (
        <span className="mono issue-value" title={value}>
          {value}
        </span>
      ),
    },
    { key: 'effect', title: t('imports.effect'), width: 96, render: (_, { effect }) => <EffectTag effect={effect} /> },
    {
      key: 'message',
      title: t('imports.message'),
      render: (_, { code, column, value, params }) => {
        if (!isIssueCode(code)) return code;
        const { message, advice } = describeImportIssue(code, { column, value, ...params }, locale);
        return (
          <>
            {message}
            <p className="secondary issue-advice">{advice}</p>
          </>
        );
      },
    },
  ];
}

/** The remarks chosen, in the order of the file. */
export function IssueTable({ batchId, choice }: { batchId: number; choice: IssueChoice }): ReactNode {
  const { slice, pager } = usePages(pageRows);
  const { data, error, loading, reload } = useRemote('import.issues', {
    batchId,
    ...choice,
    ...slice,
  });
  const columns = useColumns();
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  return (
    <Table
      rowKey={({ line, column, code, value }) => `${line} ${column} ${code} ${value}`}
      size="small"
      columns={columns}
      dataSource={data?.items ?? []}
      loading={loading && data === null}
      pagination={pager(data?.total)}
    />
  );
}
