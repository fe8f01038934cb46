import { FilterOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { type ReactNode, useState } from 'react';
import type { LinkFilter } from '#contract/links';
import { useTranslator } from '../../i18n/locale.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SurfaceSelect } from '../../ui/surface-select.tsx';
import { CheckButton } from '../checks/check-button.tsx';
import { LinkFilterPanel } from './link-filter-panel.tsx';
import { tidyFilter } from './links-view.ts';

const longestLink = 2_000;

interface LinksToolbarProps {
  /** Null while it is being counted for the first time. */
  total: number | null;
  /** The number is still that of the filter before. */
  counting: boolean;
  filter: LinkFilter;
  onFilter(filter: LinkFilter): void;
  onLeaveSearch(): void;
}

/** Search, filters and the place that outcomes are for. */
export function LinksToolbar({ total, counting, filter, onFilter, onLeaveSearch }: LinksToolbarProps): ReactNode {
  const { t, locale } = useTranslator();
  const [open, setOpen] = useState(false);
  const { search = '', surface, ...parts } = filter;
  return (
    <div className="toolbar" role="search">
      <SearchBox
        label={t('links.search')}
        value={search}
        onChange={(next) => onFilter(tidyFilter({ ...filter, search: next }))}
        onLeave={onLeaveSearch}
        maxLength={longestLink}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        align={{ overflow: { shiftX: true, adjustY: true } }}
        destroyOnHidden
        content={<LinkFilterPanel filter={filter} onChange={(next) => onFilter(tidyFilter(next))} />}
      >
        <Badge count={Object.keys(parts).length} size="small" color="var(--ant-color-primary)">
          <Button icon={<FilterOutlined />} aria-expanded={open}>
            {t('filter.open')}
          </Button>
        </Badge>
      </Popover>
      <span className="toolbar-space" />
      {total === null ? null : (
        <span className={counting ? 'tabular faint' : 'tabular secondary'} data-testid="link-count">
          {t('links.count', { n: total.toLocaleString(locale) })}
        </span>
      )}
      <CheckButton
        scope={{ type: 'filter', filter }}
        surface={surface}
        links={total ?? 0}
        disabled={counting || total === 0}
      >
        {t('links.checkAll')}
      </CheckButton>
      <SurfaceSelect value={surface} onChange={(place) => onFilter({ ...filter, surface: place })} />
    </div>
  );
}
