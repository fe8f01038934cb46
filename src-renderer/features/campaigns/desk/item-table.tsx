import { Skeleton } from 'antd';
import { type ReactNode, useMemo } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useSettings } from '../../../state/services.tsx';
import { type RowReorder, type RowSelection, VirtualTable } from '../../../ui/virtual-table.tsx';
import { itemColumns } from './item-columns.tsx';
import type { useCampaignItems } from './use-campaign-items.ts';

interface ItemTableProps {
  items: ReturnType<typeof useCampaignItems>;
  /** Name of the campaign. */
  label: string;
  listKey: string;
  selection: RowSelection<CampaignItem>;
  /** Absent while only a part of the items is shown. */
  reorder?: RowReorder;
  current: number;
  onCurrent(index: number): void;
  onOpen(item: CampaignItem): void;
  onStep(item: CampaignItem): void;
}

const rowHeights = { comfortable: 60, compact: 46 };
const keyOf = ({ itemId }: CampaignItem): string => String(itemId);

/** The items a filter finds; only those in view are read. */
export function ItemTable(props: ItemTableProps): ReactNode {
  const { items, label, listKey, selection, reorder, current, onCurrent, onOpen, onStep } = props;
  const translator = useTranslator();
  const { density } = useSettings();
  const { ids } = items;
  const movable = reorder !== undefined;
  const columns = useMemo(() => {
    const numbers = new Map(ids?.map((id, index) => [id, index + 1]));
    return itemColumns(translator, { numberOf: (id) => numbers.get(id) ?? null, movable, onStep });
  }, [translator, ids, movable, onStep]);
  if (ids === null) return items.error ? null : <Skeleton active paragraph={{ rows: 8 }} title={false} />;
  if (ids.length === 0) return <p className="secondary">{translator.t('campaigns.noneFound')}</p>;
  return (
    <div className="catalog-table">
      <VirtualTable
        label={translator.t('campaigns.itemsOf', { name: label })}
        columns={columns}
        count={ids.length}
        rowAt={items.rowAt}
        rowKey={keyOf}
        rowHeight={rowHeights[density]}
        onRange={items.onRange}
        onOpen={onOpen}
        current={current}
        onCurrent={onCurrent}
        selection={selection}
        {...(reorder ? { reorder } : {})}
        listKey={listKey}
      />
    </div>
  );
}
