import type { ReactNode } from 'react';
import { categoryName } from '#contract/messages/compliance-names';
import { type AllowPhrase, isInForce, type UserWord } from '#domain/compliance/user/user-types';
import type { Translator } from '../../i18n/locale.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import type { VirtualColumn } from '../../ui/virtual-table.tsx';

/** The last day of an entry, and whether that is over. */
function Expiry({ entry, day, t }: { entry: UserWord | AllowPhrase; day: string; t: Translator['t'] }): ReactNode {
  if (entry.expiresOn === null) return <span className="faint">{t('words.expires.never')}</span>;
  return (
    <>
      <span className="tabular">{entry.expiresOn}</span>{' '}
      {isInForce(entry, day) ? null : <ToneTag tone="gone">{t('words.expired')}</ToneTag>}
    </>
  );
}

export function wordColumns({ t, pick }: Translator, day: string): VirtualColumn<UserWord>[] {
  return [
    {
      key: 'text',
      title: t('words.text'),
      width: 'minmax(200px, 2fr)',
      render: ({ text, kind }) => <strong className={kind === 'pattern' ? 'mono' : ''}>{text}</strong>,
    },
    { key: 'kind', title: t('words.kind'), width: '92px', render: ({ kind }) => t(`words.kind.${kind}`) },
    {
      key: 'severity',
      title: t('words.severity'),
      width: '110px',
      render: ({ severity }) => <SeverityTag severity={severity} />,
    },
    {
      key: 'category',
      title: t('words.category'),
      width: 'minmax(120px, 1fr)',
      render: ({ category }) => pick(categoryName(category)),
    },
    { key: 'note', title: t('words.note'), width: 'minmax(160px, 2fr)', render: ({ note }) => note },
    {
      key: 'expires',
      title: t('words.expires'),
      width: '190px',
      render: (entry) => <Expiry entry={entry} day={day} t={t} />,
    },
  ];
}

export function phraseColumns({ t, pick }: Translator, day: string): VirtualColumn<AllowPhrase>[] {
  return [
    {
      key: 'text',
      title: t('words.phrase'),
      width: 'minmax(200px, 2fr)',
      render: ({ text }) => <strong>{text}</strong>,
    },
    {
      key: 'category',
      title: t('falseAlarm.scope'),
      width: 'minmax(120px, 1fr)',
      render: ({ category }) => (category === null ? t('words.category.all') : pick(categoryName(category))),
    },
    { key: 'reason', title: t('words.reason'), width: 'minmax(110px, 1fr)', render: ({ reason }) => reason },
    { key: 'proof', title: t('words.proof'), width: 'minmax(140px, 2fr)', render: ({ proof }) => proof },
    {
      key: 'expires',
      title: t('words.expires'),
      width: '190px',
      render: (entry) => <Expiry entry={entry} day={day} t={t} />,
    },
  ];
}
