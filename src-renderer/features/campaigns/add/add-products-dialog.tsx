import { App, Button, Empty, Input, Modal } from 'antd';
import type { InputRef } from 'antd';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { CatalogFilter, CatalogSort } from '#contract/catalog';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useFilterCount } from '../../../state/use-filter-count.ts';
import { useFocusOnOpen } from '../../../ui/use-focus-on-open.ts';
import { ProductTable } from '../../catalog/product-table.tsx';
import { countTicked, toSelection } from '../../catalog/ticked.ts';

import { useTicked } from '../../catalog/use-ticked.ts';
import { useCampaignChange } from '../use-campaign-change.ts';
import '../../catalog/catalog.css';

interface AddProductsDialogProps {
  campaign: CampaignSummary;
  onClose(): void;
}

const newest: CatalogSort = { by: 'newest', descending: true };

/** Searches the catalog and puts what is ticked at the end of a campaign. */
export function AddProductsDialog({ campaign, onClose }: AddProductsDialogProps): ReactNode {
  const { t, locale } = useTranslator();
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  const { message } = App.useApp();
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState(newest);
  const [current, setCurrent] = useState(-1);
  const asked = useDeferredValue(search.trim());
  const filter = useMemo<CatalogFilter>(() => (asked === '' ? {} : { search: asked }), [asked]);
  const { total } = useFilterCount('catalog.count', filter);
  const { ticked, selection } = useTicked(filter, sort);
  const { ref, afterOpenChange } = useFocusOnOpen<InputRef>();
  const products = toSelection(ticked);
  const count = countTicked(ticked, total);

  const add = (): void => {
    if (products === null) return;
    change(
      () => transport.call('campaigns.addProducts', { id: campaign.id, products }),
      ({ already }) => {
        if (already > 0) void message.info(t('campaigns.already', { n: already }));
        onClose();
      },
    );
  };
  return (
    <Modal
      open
      width={1080}
      title={t('campaigns.addTo', { name: campaign.name })}
      onCancel={onClose}
      afterOpenChange={afterOpenChange}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" disabled={products === null} loading={busy} onClick={add}>
            {t('campaigns.addTicked', { n: count === null ? '…' : count.toLocaleString(locale) })}
          </Button>
        </>
      }
    >
      <div className="add-products">
        <Input.Search
          ref={ref}
          allowClear
          aria-label={t('catalog.search')}
          placeholder={t('catalog.search')}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        {total === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('campaigns.noProductFound')} />
        ) : null}
        {total !== null && total > 0 ? (
          <ProductTable
            filter={filter}
            sort={sort}
            onSort={setSort}
            total={total}
            selection={selection}
            current={current}
            onCurrent={setCurrent}
            onOpen={(row, index) => selection.onToggle(row, index, false)}
          />
        ) : null}
      </div>
    </Modal>
  );
}
