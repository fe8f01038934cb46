import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { tidyFilter } from './catalog-view.ts';
import { FilterPanel } from './filter-panel.tsx';

interface CatalogToolbarProps {
  filter: CatalogFilter;
  onFilter(filter: CatalogFilter): void;
  onLeaveSearch(): void;
}

/** Search, filters and what else changes how the list is shown. */
export function CatalogToolbar({ filter, onFilter, onLeaveSearch }: CatalogToolbarProps): ReactNode {
  const { t } = useTranslator();
  const [open, setOpen] = useState(false);
  const { search = '', ...parts } = filter;
  return (
    <div className="toolbar" role="search">
      <SearchBox
        label={t('catalog.search')}
        value={search}
        onChange={(next) => onFilter(tidyFilter({ ...filter, search: next }))}
        onLeave={onLeaveSearch}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        align={{ overflow: { shiftX: true, adjustY: true } }}
        destroyOnHidden
        content={<FilterPanel filter={filter} onChange={(next) => onFilter(tidyFilter(next))} />}
      >
        <Badge count={Object.keys(parts).length} size="small" color="var(--ant-color-primary)">
          <Button icon={<FilterOutlined />} aria-expanded={open}>
            {t('filter.open')}
          </Button>
        </Badge>
      </Popover>
    </div>
  );
}
