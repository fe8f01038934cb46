import { App, Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode } from 'react';
import type { DeviceRecordRow } from '#contract/devices';
import { linkKindName } from '#contract/messages/link-messages';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { Panel } from '../../ui/panel.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { useAction } from '../../ui/use-action.ts';
import { usePages } from '../../ui/use-pages.ts';

const pageRows = 20;

/** What phones showed so far, and the way to a round of tries. */
export function DeviceRecords(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { slice, pager } = usePages(pageRows);
  const { data, error, loading, reload } = useRemote('devices.list', slice);
  const columns = useColumns();
  return (
    <Panel
      flush
      title={t('devices.records')}
      note={t('devices.records.note')}
      actions={
        <Button onClick={() => route.getState().go('checks', { id: 'device' })}>{t('devices.tour.start')}</Button>
      }
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      <Table
        rowKey="id"
        size="middle"
        tableLayout="fixed"
        columns={columns}
        dataSource={data?.items ?? []}
        loading={loading && data === null}
        locale={{ emptyText: t('devices.records.none') }}
        pagination={pager(data?.total)}
      />
    </Panel>
  );
}

function useColumns(): TableColumnsType<DeviceRecordRow> {
  const { t, pick, locale } = useTranslator();
  return [
    {
      key: 'link',
      title: t('devices.column.link'),
      render: (_, { kind, value }) => (
        <div className="result-link">
          <span>{pick(linkKindName(kind))}</span>
          <span className="mono faint one-line" title={value}>
            {value}
          </span>
        </div>
      ),
    },
    {
      key: 'surface',
      title: t('devices.column.surface'),
      width: 96,
      render: (_, { surface }) => t(`surface.${surface as SurfaceId}`),
    },
    {
      key: 'seen',
      title: t('devices.column.seen'),
      width: 140,
      render: (_, { outcome }) => <OutcomeTag outcome={outcome} />,
    },
    {
      key: 'policy',
      title: t('devices.column.policy'),
      width: 140,
      render: (_, { policy }) => <OutcomeTag outcome={policy} />,
    },
    {
      key: 'reach',
      title: t('devices.column.reach'),
      width: 120,
      render: (_, record) => <Standing record={record} />,
    },
    {
      key: 'at',
      title: t('devices.column.at'),
      width: 150,
      render: (_, { recordedAt, device, wechatVersion }) => (
        <div className="result-link">
          <span className="tabular">{shortTime(recordedAt, locale)}</span>
          <small className="faint">{[device, wechatVersion].filter((part) => part !== '').join(' · ')}</small>
        </div>
      ),
    },
    { key: 'delete', title: '', width: 72, render: (_, { id }) => <DeleteRecord id={id} /> },
  ];
}

function Standing({ record: { reach, fresh } }: { record: DeviceRecordRow }): ReactNode {
  const { t } = useTranslator();
  return (
    <div className="result-link">
      <span>{t(`devices.reach.${reach}`)}</span>
      <ToneTag tone={fresh ? 'good' : 'gone'}>{t(fresh ? 'devices.fresh' : 'devices.stale')}</ToneTag>
    </div>
  );
}

function DeleteRecord({ id }: { id: number }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { message } = App.useApp();
  const { run, busy } = useAction();
  return (
    <Button
      size="small"
      type="text"
      loading={busy}
      onClick={() =>
        run(async () => {
          await transport.call('devices.remove', { id });
          void message.success(t('devices.removed'));
        })
      }
    >
      {t('common.delete')}
    </Button>
  );
}
