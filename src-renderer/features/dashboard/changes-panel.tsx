import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/dashboard';
import { linkKindName } from '#contract/messages/link-messages';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SinceLastLook } from './since-last-look.tsx';
import { useOpenRows } from './use-open-rows.ts';

function LastImport({ lastImport }: Pick<Dashboard, 'lastImport'>): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  if (!lastImport) return null;
  const { fileName, at, created, updated, batchId } = lastImport;
  return (
    <p>
      {t('dashboard.lastImport', {
        file: fileName,
        at: new Date(at).toLocaleString(locale),
        created: created.toLocaleString(locale),
        updated: updated.toLocaleString(locale),
      })}{' '}
      <button
        type="button"
        className="text-link"
        onClick={() => route.getState().go('imports', { id: String(batchId) })}
      >
        {t('common.view')}
      </button>
    </p>
  );
}

/** What is new: what is different from the last look, the last import, and the latest changes of the rules about links the catalog holds. */
export function ChangesPanel({ dashboard, surface: place }: { dashboard: Dashboard; surface: SurfaceId }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { route } = useServices();
  const open = useOpenRows();
  const { ruleChanges, lastImport } = dashboard;
  return (
    <Panel
      title={t('dashboard.changes')}
      actions={
        <button type="button" className="text-link" onClick={() => route.getState().go('rules')}>
          {t('dashboard.toRules')}
        </button>
      }
    >
      <SinceLastLook dashboard={dashboard} surface={place} />
      <h3 className="minor-heading">{t('dashboard.lastImport.title')}</h3>
      <LastImport lastImport={lastImport} />
      <h3 className="minor-heading">{t('dashboard.ruleChanges')}</h3>
      {ruleChanges.length === 0 ? (
        <p className="secondary">{t('dashboard.ruleChanges.none')}</p>
      ) : (
        <ul className="change-list">
          {ruleChanges.map(({ on, surface, kind, from, to, links }) => (
            <li key={`${on} ${surface} ${kind}`}>
              <time dateTime={on}>{on}</time>
              <span>
                {t(`surface.${surface}`)} · {pick(linkKindName(kind))}
                {' · '}
                <button type="button" className="text-link" onClick={() => open.links({ surface, kinds: [kind] })}>
                  {t('dashboard.changedLinks', { n: links.toLocaleString(locale) })}
                </button>
              </span>
              <span className="change-tags">
                <OutcomeTag outcome={from} /> → <OutcomeTag outcome={to} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
