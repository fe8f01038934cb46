import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { type CatalogView, tidyFilter } from './catalog-view.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { SavedViews } from './saved-views.tsx';

interface CatalogToolbarProps {
  view: CatalogView;
  onView(view: CatalogView): void;
  onLeaveSearch(): void;
}

/** Search, filters and what else changes how the list is shown. */
export function CatalogToolbar({ view, onView, onLeaveSearch }: CatalogToolbarProps): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const { filter, sort } = view;
  const onFilter = (next: CatalogFilter): void => onView({ filter: tidyFilter(next), sort });
  const { search = '', ...parts } = filter;
  return (
    <div className="toolbar" role="search">
      <SearchBox
        label={t('catalog.search')}
        value={search}
        onChange={(next) => onFilter({ ...filter, search: next })}
        onLeave={onLeaveSearch}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottom"
        arrow={false}
        align={{ overflow: { shiftX: true, adjustY: true } }}
        destroyOnHidden
        content={<FilterPanel filter={filter} onChange={onFilter} />}
      >
        <Badge count={Object.keys(parts).length} size="small" color="var(--ant-color-primary)">
          <Button icon={<FilterOutlined />} aria-expanded={open}>
            {t('filter.open')}
          </Button>
        </Badge>
      </Popover>
      <SavedViews view={view} onShow={onView} />
      <ColumnChooser />
    </div>
  );
}
