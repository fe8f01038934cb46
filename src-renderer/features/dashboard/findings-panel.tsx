import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/dashboard';
import { categoryName } from '#contract/messages/compliance-names';
import { useTranslator } from '../../i18n/locale.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { NumberList } from './number-list.tsx';
import { useOpenRows } from './use-open-rows.ts';

const shown = 8;

/** Why titles and 推荐语 in the catalog would be banned or are risky. */
export function FindingsPanel({ findings }: Pick<Dashboard, 'findings'>): ReactNode {
  const { t, pick, locale } = useTranslator();
  const open = useOpenRows();
  return (
    <Panel title={t('dashboard.findings')} note={t('dashboard.findings.note')}>
      {findings.unscanned > 0 ? (
        <p className="hint">{t('dashboard.unscanned', { n: findings.unscanned.toLocaleString(locale) })}</p>
      ) : null}
      {findings.byCategory.length === 0 && findings.unscanned === 0 ? (
        <p className="secondary">{t('dashboard.findings.none')}</p>
      ) : null}
      {findings.byCategory.length === 0 ? null : (
        <NumberList
          lines={findings.byCategory.slice(0, shown).map(({ category, severity, products }) => ({
            key: `${category} ${severity}`,
            label: (
              <>
                <SeverityTag severity={severity} /> {pick(categoryName(category))}
              </>
            ),
            count: products,
            onOpen: () => open.products({ findings: [severity], findingCategories: [category] }),
          }))}
        />
      )}
    </Panel>
  );
}
