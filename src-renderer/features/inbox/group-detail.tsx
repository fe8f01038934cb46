import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useServices } from '../../state/services.tsx';
import { useTranslator } from '../../i18n/locale.tsx';
import { BlockerTag } from '../../ui/blocker-tag.tsx';
import { SourceList } from '../compliance/finding-details.tsx';
import type { ListedGroup } from './inbox-layout.ts';
import { causeName, causeReason } from './inbox-row-parts.tsx';

/** What a group is about: why it matters, on which clause of which day, how far it reaches. */
export function GroupDetail({ listed: { group, rows } }: { listed: ListedGroup }): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { route } = useServices();
  const basis = group.example?.basis;
  return (
    <>
      <header>
        <h2>{causeName(group, translator)}</h2>
        <p className="secondary tag-line">
          <BlockerTag severity={group.severity} code={group.code} />
          {group.campaigns > 0
            ? t('inbox.reach', { n: rows, campaigns: group.campaigns })
            : t('inbox.reachProducts', { n: rows })}
        </p>
      </header>
      <p>{causeReason(group, translator)}</p>
      {group.code === 'link-unknown' ? (
        <Button onClick={() => route.getState().go('checks')}>{t('inbox.toChecks')}</Button>
      ) : null}
      {basis === undefined ? null : basis.pack === 'user' ? (
        <p className="secondary">{t('compliance.ownWord.basis')}</p>
      ) : (
        <>
          <h3>{t('compliance.basis')}</h3>
          <p>{t('compliance.clause', { title: basis.title, clause: basis.clause }).trim()}</p>
          <p className="secondary">
            {t('compliance.since', { date: basis.effectiveFrom })} · {basis.pack}
          </p>
          <SourceList sources={basis.source} />
        </>
      )}
    </>
  );
}
