import type { CampaignItem } from '#contract/campaigns';
import type { Translator } from '../../../i18n/locale.tsx';
import { StateTag } from '../../../ui/state-tag.tsx';
import type { VirtualColumn } from '../../../ui/virtual-table.tsx';
import { CommissionCell, EndsCell, LinkCell, NumberCell, PriceCell, TitleCell } from './item-cells.tsx';
import { ItemStepButton } from './item-step-button.tsx';

interface ColumnWork {
  /** Place in the posting order, from 1; null while unknown. */
  numberOf(itemId: number): number | null;
  movable: boolean;
  /** Does what comes next for an item. */
  onStep(item: CampaignItem): void;
}

/** Columns of a campaign's items. */
export function itemColumns({ t }: Translator, work: ColumnWork): VirtualColumn<CampaignItem>[] {
  return [
    {
      key: 'number',
      title: t('campaigns.column.number'),
      width: '68px',
      render: ({ itemId }) => <NumberCell number={work.numberOf(itemId) ?? 0} movable={work.movable} />,
    },
    {
      key: 'title',
      title: t('catalog.column.title'),
      width: 'minmax(200px, 3fr)',
      twoLines: 'always',
      render: (item) => <TitleCell item={item} />,
    },
    {
      key: 'state',
      title: t('campaigns.column.state'),
      width: '112px',
      edgeless: true,
      render: ({ state }) => <StateTag state={state} />,
    },
    {
      key: 'next',
      title: t('campaigns.column.next'),
      width: '124px',
      render: (item) => <ItemStepButton item={item} onStep={work.onStep} />,
    },
    {
      key: 'link',
      title: t('campaigns.column.link'),
      width: 'minmax(144px, 1.5fr)',
      twoLines: 'always',
      render: (item) => <LinkCell item={item} />,
    },
    {
      key: 'price',
      title: t('catalog.column.price'),
      width: '118px',
      twoLines: 'always',
      render: (item) => <PriceCell item={item} />,
    },
    {
      key: 'commission',
      title: t('catalog.column.commission'),
      width: '110px',
      twoLines: 'always',
      render: (item) => <CommissionCell item={item} />,
    },
    {
      key: 'ends',
      title: t('campaigns.column.ends'),
      width: '104px',
      twoLines: 'always',
      render: (item) => <EndsCell item={item} />,
    },
  ];
}
