import type { CatalogRow, CatalogSort } from '#contract/catalog';
import type { CatalogColumnKey } from '#contract/catalog-choices';
import type { SurfaceId } from '#contract/surfaces';
import type { Translator } from '../../i18n/locale.tsx';
import { Count, Rate } from '../../ui/money.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import {
  CommissionCell,
  CouponCell,
  EarningCell,
  FindingCell,
  OutcomeCell,
  PriceCell,
  TitleCell,
} from './row-cells.tsx';

/** What the list is sorted by when the head of a column is clicked. */
export const sortOfColumn: Readonly<Record<string, CatalogSort['by']>> = {
  title: 'title',
  price: 'price',
  coupon: 'coupon-end',
  commission: 'commission',
  rate: 'rate',
  sales: 'sales',
};

type Column = VirtualColumn<CatalogRow>;

const text = (value: string | null) =>
  value === null ? <span className="faint">—</span> : <span title={value}>{value}</span>;

const columns: Record<CatalogColumnKey, Omit<Column, 'key' | 'title'>> = {
  price: { width: '110px', align: 'end', twoLines: true, render: (row) => <PriceCell row={row} /> },
  coupon: { width: '122px', twoLines: true, render: (row) => <CouponCell row={row} /> },
  commission: { width: '110px', align: 'end', twoLines: true, render: (row) => <CommissionCell row={row} /> },
  sales: { width: '84px', align: 'end', render: ({ monthlySales }) => <Count value={monthlySales} /> },
  outcome: { width: '146px', edgeless: true, render: (row) => <OutcomeCell row={row} /> },
  earning: { width: '114px', edgeless: true, render: (row) => <EarningCell row={row} /> },
  finding: { width: '104px', edgeless: true, render: (row) => <FindingCell row={row} /> },
  date: { width: '108px', edgeless: true, className: 'tabular secondary', render: ({ dataDate }) => dataDate },
  rate: { width: '96px', align: 'end', render: ({ commissionRateBp }) => <Rate bp={commissionRateBp} /> },
  category: { width: '132px', render: ({ category }) => text(category) },
  shop: { width: '168px', render: ({ shop }) => text(shop) },
  links: { width: '76px', align: 'end', render: ({ links }) => <Count value={links} /> },
  itemId: { width: '168px', className: 'mono', render: ({ itemId }) => itemId },
};

/** The title and the chosen columns. @param surface the place that outcomes are for; its name is in the head */
export function catalogColumns(chosen: readonly CatalogColumnKey[], { t }: Translator, surface: SurfaceId): Column[] {
  const titled = (key: CatalogColumnKey): Column => ({
    ...columns[key],
    key,
    title: key === 'outcome' ? t(`surface.${surface}`) : t(`catalog.column.${key}`),
    sortable: Object.hasOwn(sortOfColumn, key),
  });
  const first: Column = {
    key: 'title',
    title: t('catalog.column.title'),
    width: 'minmax(190px, 3fr)',
    pinned: true,
    twoLines: true,
    sortable: true,
    render: (row) => <TitleCell row={row} />,
  };
  return [first, ...chosen.map(titled)];
}
