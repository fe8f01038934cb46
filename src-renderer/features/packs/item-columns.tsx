import { CheckCircleFilled } from '@ant-design/icons';
import type { PackItem } from '#contract/packs';
import type { Translator } from '../../i18n/locale.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import { changeText } from './change-text.ts';
import { shortTime } from '../../ui/short-time.ts';
import { OneLine } from '../../ui/one-line.tsx';

/** Columns of a pack's items. */
export function itemColumns(translator: Pick<Translator, 't' | 'locale'>): VirtualColumn<PackItem>[] {
  const { t, locale } = translator;
  return [
    {
      key: 'number',
      title: '#',
      width: '48px',
      align: 'end',
      render: ({ number }) => <span className="tabular faint">{number}</span>,
    },
    {
      key: 'item',
      title: t('packs.column.item'),
      width: 'minmax(160px, 1fr)',
      render: ({ title, changes: [worst] }) => (
        <div className="pack-name">
          <OneLine>{title}</OneLine>
          {worst ? (
            <ToneTag tone={worst.severity === 'stop' ? 'bad' : 'warn'}>{changeText(worst, locale)}</ToneTag>
          ) : null}
        </div>
      ),
    },
    {
      key: 'posted',
      title: t('packs.column.posted'),
      width: '168px',
      render: ({ postedAt }) =>
        postedAt === null ? null : (
          <span className="posted-mark">
            <CheckCircleFilled aria-label={t('packs.posted')} /> {shortTime(postedAt, locale)}
          </span>
        ),
    },
  ];
}
