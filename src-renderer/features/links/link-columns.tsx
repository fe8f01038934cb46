import type { LinkRow } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import type { Translator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { TwoLines } from '../../ui/two-lines.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import { LinkCell, LinkEarningCell, LinkEndCell, LinkProductCell } from './link-cells.tsx';
import { originText } from './origin-text.ts';

/** The columns of the list. @param surface the place that outcomes are for; its name is in the head */
export function linkColumns(translator: Translator, surface: SurfaceId): VirtualColumn<LinkRow>[] {
  const { t } = translator;
  return [
    {
      key: 'link',
      title: t('links.column.link'),
      width: 'minmax(250px, 3fr)',
      pinned: true,
      twoLines: true,
      render: (row) => <LinkCell row={row} />,
    },
    {
      key: 'product',
      title: t('links.column.product'),
      width: 'minmax(180px, 2fr)',
      twoLines: true,
      render: (row) => <LinkProductCell row={row} />,
    },
    {
      key: 'earning',
      title: t('links.column.earning'),
      width: 'minmax(150px, 1.4fr)',
      twoLines: true,
      render: (row) => <LinkEarningCell row={row} />,
    },
    {
      key: 'outcome',
      title: t(`surface.${surface}`),
      width: '148px',
      edgeless: true,
      render: ({ outcome }) => <OutcomeTag outcome={outcome} />,
    },
    {
      key: 'ends',
      title: t('links.column.ends'),
      width: '136px',
      twoLines: true,
      sortable: true,
      render: (row) => <LinkEndCell row={row} />,
    },
    {
      key: 'origin',
      title: t('links.column.origin'),
      width: '132px',
      twoLines: true,
      render: ({ origin, issuedOn }) => (
        <TwoLines second={issuedOn} secondClassName="tabular">
          {originText(origin, translator)}
        </TwoLines>
      ),
    },
  ];
}
