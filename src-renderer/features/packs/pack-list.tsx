import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PackState, PackSummary } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { DropArea } from './drop-area.tsx';
import { MarksDialog } from './marks-dialog.tsx';
import { packColumns } from './pack-columns.tsx';
import { type PackOpening, usePackOpening } from './use-pack-opening.tsx';

/** As many as the engine judges in one call. */
const statesAtOnce = 50;

/** Every pack the app knows, with what has become of it. */
export function PackList(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { data, error, reload } = useRemote('packs.list', {});
  const [pasting, setPasting] = useState(false);
  const opening = usePackOpening();
  const actions = (
    <>
      {data && data.length > 0 ? <Button onClick={() => setPasting(true)}>{t('packs.takeMarks')}</Button> : null}
      <OpenButton opening={opening} />
    </>
  );
  return (
    <DropArea onDrop={opening.openDropped}>
      <PageHeader title={t('nav.packs')} note={t('packs.note')} actions={actions} />
      {opening.notice}
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && !error ? <Skeleton active /> : null}
      {data?.length === 0 ? (
        <EmptyState
          title={t('packs.emptyTitle')}
          actions={
            <Button type="primary" onClick={() => route.getState().go('campaigns')}>
              {t('packs.toCampaigns')}
            </Button>
          }
        >
          {t('packs.empty')}
        </EmptyState>
      ) : null}
      {data && data.length > 0 ? <PackTable packs={data} /> : null}
      {pasting ? <MarksDialog onClose={() => setPasting(false)} /> : null}
    </DropArea>
  );
}

function OpenButton({ opening }: { opening: PackOpening }): ReactNode {
  const { t } = useTranslator();
  const { host } = useServices();
  if (!host.capabilities.saveDialog) {
    return (
      <Button loading={opening.busy} onClick={() => opening.pick('zip')}>
        {t('packs.open')}
      </Button>
    );
  }
  return (
    <Dropdown
      menu={{
        items: [
          { key: 'zip', label: t('packs.openZip') },
          { key: 'folder', label: t('packs.openFolder') },
        ],
        onClick: ({ key }) => opening.pick(key === 'folder' ? 'folder' : 'zip'),
      }}
    >
      <Button loading={opening.busy} icon={<DownOutlined />} iconPlacement="end">
        {t('packs.open')}
      </Button>
    </Dropdown>
  );
}

function PackTable({ packs }: { packs: readonly PackSummary[] }): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const [current, setCurrent] = useState(-1);
  const [first, setFirst] = useState(0);
  const ids = packs.slice(first, first + statesAtOnce).map(({ id }) => id);
  const states = useRemote('packs.states', { ids });
  const byId = new Map<number, PackState>(states.data?.map((state) => [state.id, state]));
  return (
    <div className="pack-table">
      <VirtualTable
        label={t('packs.list')}
        columns={packColumns({ t, locale, stateOf: (id) => byId.get(id) })}
        count={packs.length}
        rowAt={(index) => packs[index]}
        rowKey={({ id }) => String(id)}
        rowHeight={56}
        onRange={(start) => setFirst(start - (start % (statesAtOnce / 2)))}
        current={current}
        onCurrent={setCurrent}
        onOpen={({ id }) => route.getState().go('packs', { id: String(id) })}
      />
    </div>
  );
}
