import { Button, Segmented, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AppError } from '#contract/errors';
import type { PackItem } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useAction } from '../../ui/use-action.ts';
import { VirtualTable } from '../../ui/virtual-table.tsx';
import { DeskHeader } from './desk-header.tsx';
import { DeskItem } from './desk-item.tsx';
import { itemColumns } from './item-columns.tsx';
import { OpenedNotice } from './opened-notice.tsx';
import { usePackItems } from './use-pack-items.ts';

const filters = ['all', 'open', 'changed'] as const;
type Filter = (typeof filters)[number];

const passes: Record<Filter, (item: PackItem) => boolean> = {
  all: () => true,
  open: ({ postedAt }) => postedAt === null,
  changed: ({ changes }) => changes.length > 0,
};

/** Where a pack is posted from: its items on the left, the one in hand on the right. */
export function PackDesk({ id }: { id: number }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { run } = useAction();
  const pack = useRemote('packs.get', { id });
  const { items, error } = usePackItems(id);
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<number | null>(null);
  const rows = (items ?? []).filter(passes[filter]);
  // Until the user picks one, the first that is still to be posted is in hand.
  const inHand = rows.find(({ number }) => number === chosen) ?? rows.find(passes.open) ?? rows[0] ?? null;

  function mark(item: PackItem, posted: boolean): void {
    const next = rows.slice(rows.indexOf(item) + 1).find(passes.open);
    run(() => transport.call('packs.mark', { id, numbers: [item.number], posted }));
    setChosen(posted && next ? next.number : item.number);
  }

  if (pack.error) return <NoPack error={pack.error} onRetry={pack.reload} />;
  if (!pack.data) return <Skeleton active />;
  return (
    <div className="page-fill">
      <DeskHeader pack={pack.data} />
      <OpenedNotice />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="toolbar">
        <Segmented<Filter>
          aria-label={t('packs.filter.label')}
          value={filter}
          options={filters.map((value) => ({
            value,
            label: t(`packs.filter.${value}`, { n: (items ?? []).filter(passes[value]).length }),
          }))}
          onChange={setFilter}
        />
        <span className="faint">{t('packs.item.keys')}</span>
      </div>
      <div className="desk">
        {items === null ? (
          <Skeleton active />
        ) : (
          <ItemTable rows={rows} inHand={inHand} onChoose={setChosen} onMark={mark} />
        )}
        {inHand ? <DeskItem packId={id} item={inHand} onMark={(posted) => mark(inHand, posted)} /> : null}
      </div>
    </div>
  );
}

/** A pack that cannot be shown: it is gone, or could not be read just now. */
function NoPack({ error, onRetry }: { error: AppError; onRetry(): void }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const toList = <Button onClick={() => route.getState().go('packs')}>{t('packs.back')}</Button>;
  if (error.code === 'NOT_FOUND') return <EmptyState title={t('packs.gone')} actions={toList} />;
  return (
    <>
      <PageHeader title={t('nav.packs')} actions={toList} />
      <ErrorNotice error={error} onRetry={onRetry} />
    </>
  );
}

interface ItemTableProps {
  rows: readonly PackItem[];
  inHand: PackItem | null;
  onChoose(number: number): void;
  onMark(item: PackItem, posted: boolean): void;
}

function ItemTable({ rows, inHand, onChoose, onMark }: ItemTableProps): ReactNode {
  const { t, locale } = useTranslator();
  if (rows.length === 0) return <p className="faint desk-nothing">{t('packs.nothingHere')}</p>;
  return (
    <VirtualTable
      label={t('packs.items')}
      columns={itemColumns({ t, locale })}
      count={rows.length}
      rowAt={(index) => rows[index]}
      rowKey={({ number }) => String(number)}
      rowHeight={52}
      onRange={() => undefined}
      current={inHand ? rows.indexOf(inHand) : -1}
      onCurrent={(index) => onChoose(rows[index]?.number ?? 0)}
      onToggle={(item) => onMark(item, item.postedAt === null)}
    />
  );
}
