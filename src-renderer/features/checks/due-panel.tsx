import { Skeleton, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DueLink } from '#contract/checks';
import { dueReasonMessages } from '#contract/messages/check-messages';
import { linkKindName } from '#contract/messages/link-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { StatTile } from '../../ui/stat-tile.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';

const shown = 10;

/** What is due for another look and why, most urgent first. */
export function DuePanel(): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { data, error, reload } = useRemote('checks.due', { limit: shown });
  const [linkId, setLinkId] = useState<number | null>(null);
  const columns = useColumns(setLinkId);
  if (data?.total === 0) {
    return (
      <Panel title={t('checks.due.none')} note={t('checks.due.none.note')}>
        {null}
      </Panel>
    );
  }
  return (
    <Panel title={t('checks.due')} note={t('checks.due.note')}>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {!data && !error ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : null}
      {data ? (
        <div className="stack">
          <div className="stat-row">
            {data.byReason.map(({ reason, links }) => (
              <StatTile key={reason} label={pick(dueReasonMessages[reason])} value={links.toLocaleString(locale)} />
            ))}
          </div>
          {data.items.length === 0 ? null : (
            <Table
              rowKey="linkId"
              size="small"
              tableLayout="fixed"
              title={() => t('checks.due.first', { n: data.items.length })}
              columns={columns}
              dataSource={data.items}
              pagination={false}
            />
          )}
        </div>
      ) : null}
      <EvidenceDrawer linkId={linkId} onClose={() => setLinkId(null)} />
    </Panel>
  );
}

function useColumns(onOpen: (linkId: number) => void): TableColumnsType<DueLink> {
  const { t, pick, locale } = useTranslator();
  return [
    {
      key: 'value',
      title: t('checks.result.value'),
      render: (_, { linkId, kind, value, productTitle }) => (
        <div className="result-link">
          <OneLine>{productTitle ?? pick(linkKindName(kind))}</OneLine>
          <button type="button" className="text-link mono one-line" title={value} onClick={() => onOpen(linkId)}>
            {value}
          </button>
        </div>
      ),
    },
    { key: 'why', title: t('checks.due.why'), width: 270, render: (_, { reason }) => pick(dueReasonMessages[reason]) },
    {
      key: 'last',
      title: t('checks.due.last'),
      width: 160,
      render: (_, { checkedAt }) => (
        <span className="secondary tabular">
          {checkedAt === null ? t('checks.due.never') : shortTime(checkedAt, locale)}
        </span>
      ),
    },
  ];
}
