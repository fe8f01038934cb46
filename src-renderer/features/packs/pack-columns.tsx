import type { ReactNode } from 'react';
import type { PackState, PackSummary } from '#contract/packs';
import type { Translator } from '../../i18n/locale.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { OneLine } from '../../ui/one-line.tsx';

interface Surroundings extends Pick<Translator, 't' | 'locale'> {
  /** Undefined while it is being found out. */
  stateOf(id: number): PackState | undefined;
}

/** Columns of the list of packs. */
export function packColumns({ t, locale, stateOf }: Surroundings): VirtualColumn<PackSummary>[] {
  return [
    {
      key: 'name',
      title: t('packs.column.name'),
      width: 'minmax(220px, 2fr)',
      render: ({ campaignName, fileName, origin }) => (
        <div className="pack-name">
          <span className="one-line">
            {campaignName} {origin === 'opened' ? <ToneTag tone="neutral">{t('packs.foreign')}</ToneTag> : null}
          </span>
          <OneLine as="small" className="faint">
            {fileName}
          </OneLine>
        </div>
      ),
    },
    {
      key: 'surface',
      title: t('packs.column.surface'),
      width: '110px',
      render: ({ surface }) => t(`surface.${surface}`),
    },
    {
      key: 'posted',
      title: t('packs.column.posted'),
      width: '110px',
      align: 'end',
      render: ({ posted, exported }) => (
        <span className="tabular">
          {posted} / {exported}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('packs.column.state'),
      width: 'minmax(200px, 1.2fr)',
      render: ({ id }) => <PackStateTags state={stateOf(id)} t={t} />,
    },
    {
      key: 'time',
      title: t('packs.column.time'),
      width: '150px',
      render: ({ createdAt }) => <span className="tabular">{shortTime(createdAt, locale)}</span>,
    },
  ];
}

/** What has become of a pack since it was written. */
export function PackStateTags({ state, t }: { state: PackState | undefined; t: Translator['t'] }): ReactNode {
  if (!state) return <span className="faint">{t('packs.state.reading')}</span>;
  const nothing = state.file === 'there' && state.stop === 0 && state.note === 0;
  return (
    <span className="tag-line">
      {state.file === 'gone' ? <ToneTag tone="gone">{t('packs.state.gone')}</ToneTag> : null}
      {state.stop > 0 ? <ToneTag tone="bad">{t('packs.state.stop', { n: state.stop })}</ToneTag> : null}
      {state.note > 0 ? <ToneTag tone="warn">{t('packs.state.note', { n: state.note })}</ToneTag> : null}
      {nothing ? <span className="faint">{t('packs.state.fine')}</span> : null}
    </span>
  );
}
