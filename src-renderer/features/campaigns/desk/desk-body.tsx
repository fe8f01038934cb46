import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignItem, CampaignSummary } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useRoute, useServices } from '../../../state/services.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useUndoKey } from '../../../ui/use-undo-key.ts';
import { useItemFixes } from '../../fixes/use-item-fixes.tsx';
import { ExportDialog } from '../../packs/export-dialog.tsx';
import { AddProductsDialog } from '../add/add-products-dialog.tsx';
import { type DeskView, deskViewState, readDeskView } from '../campaign-view.ts';
import { ItemDrawer } from '../editor/item-drawer.tsx';
import { useCampaignChange } from '../use-campaign-change.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DeskHeader } from './desk-header.tsx';
import { ItemFilters } from './item-filters.tsx';
import { ItemTable } from './item-table.tsx';
import { SurfaceSwitch } from './surface-switch.tsx';
import { type ItemFilter, useCampaignItems } from './use-campaign-items.ts';
import { useItemOrder } from './use-item-order.ts';
import { useItemTicks } from './use-item-ticks.ts';

const noIds: readonly number[] = [];

const isWholeList = ({ states, leftOut, search }: DeskView): boolean =>
  states.length === 0 && !leftOut && search.trim() === '';

function itemFilter(id: number, { states, leftOut, search }: DeskView, surface: SurfaceId): ItemFilter {
  return {
    id,
    surface,
    ...(states.length > 0 && !leftOut ? { states: [...states] } : {}),
    ...(leftOut ? { leftOut: true } : {}),
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  };
}

/** A campaign that was read. */
export function DeskBody({ campaign }: { campaign: CampaignSummary }): ReactNode {
  const { transport, route } = useServices();
  const asked = readDeskView(useRoute().view);
  const place = campaign.surfaces.find(({ surface }) => surface === asked.surface) ?? campaign.surfaces[0];
  const [dialog, setDialog] = useState<'add' | 'export' | null>(null);
  const [current, setCurrent] = useState(-1);
  const { change } = useCampaignChange();
  useUndoKey();
  const { id } = campaign;
  const surface = place?.surface ?? 'group';
  const view: DeskView = { ...asked, surface };
  const show = (part: Partial<DeskView>): void => route.getState().setView(deskViewState({ ...view, ...part }));
  const items = useCampaignItems(itemFilter(id, view, surface));
  const ids = items.ids ?? noIds;
  const ticks = useItemTicks(ids);
  const isWhole = isWholeList(view);
  const order = useItemOrder(id, ids, ticks.ticked, setCurrent);
  const openItem = (itemId: number | null): void => show({ itemId });
  const fixes = useItemFixes({
    onEdit: ({ itemId }) => openItem(itemId),
    onAddLink: ({ itemId }) => openItem(itemId),
    onDone: ticks.clear,
  });

  function step(item: CampaignItem): void {
    const target = { itemId: item.itemId, surface };
    if (item.leftOut) return change(() => transport.call('campaigns.editItem', { ...target, leftOut: false }));
    if (item.nextStep === 'export') return setDialog('export');
    if (item.nextStep === 'mark-posted') {
      return change(() => transport.call('campaigns.editItem', { ...target, posted: true }));
    }
    if (item.nextStep !== null) fixes.apply(item.nextStep, [target], item);
  }

  return (
    <div className="page-fill">
      <DeskHeader
        campaign={campaign}
        surface={surface}
        onAdd={() => setDialog('add')}
        onExport={() => setDialog('export')}
      />
      <SurfaceSwitch
        campaign={campaign}
        surface={surface}
        onChange={(next) => {
          ticks.clear();
          setCurrent(-1);
          show({ surface: next, itemId: null });
        }}
      />
      {campaign.items === 0 ? (
        <NoItems onAdd={() => setDialog('add')} />
      ) : (
        <>
          {place ? <ItemFilters place={place} view={view} onChange={show} /> : null}
          {items.error ? <ErrorNotice error={items.error} onRetry={items.reload} /> : null}
          <ItemTable
            items={items}
            label={campaign.name}
            listKey={`${surface} ${view.states.join()} ${view.leftOut} ${view.search}`}
            selection={ticks.selection}
            {...(isWhole ? { reorder: order.reorder } : {})}
            current={current}
            onCurrent={setCurrent}
            onOpen={(item) => openItem(item.itemId)}
            onStep={step}
          />
          <BulkBar
            ticked={ticks.ticked}
            surface={surface}
            leftOut={view.leftOut}
            campaign={campaign}
            fixes={fixes}
            onClear={ticks.clear}
            {...(isWhole ? { onMove: order.toEnd } : {})}
          />
        </>
      )}
      {fixes.dialogs}
      <ItemDrawer
        campaignId={id}
        target={view.itemId === null ? null : { itemId: view.itemId, surface }}
        ids={ids}
        fixes={fixes}
        onStep={step}
        onOpen={openItem}
      />
      {dialog === 'add' ? <AddProductsDialog campaign={campaign} onClose={() => setDialog(null)} /> : null}
      {dialog === 'export' ? (
        <ExportDialog
          campaignId={id}
          surfaces={campaign.surfaces.map((each) => each.surface)}
          surface={surface}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

function NoItems({ onAdd }: { onAdd(): void }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  return (
    <EmptyState
      title={t('campaigns.noItems')}
      actions={
        <>
          <Button type="primary" onClick={onAdd}>
            {t('campaigns.addProducts')}
          </Button>
          <Button onClick={() => route.getState().go('catalog')}>{t('campaigns.toCatalog')}</Button>
        </>
      }
    >
      {t('campaigns.noItemsText')}
    </EmptyState>
  );
}
