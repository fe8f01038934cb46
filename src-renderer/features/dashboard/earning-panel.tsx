import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/dashboard';
import type { LinkFilter } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { Money } from '../../ui/money.tsx';
import { Panel } from '../../ui/panel.tsx';
import { earningKeys } from '../catalog/filter-parts.ts';
import { NumberList } from './number-list.tsx';
import { useOpenRows } from './use-open-rows.ts';

const filters: Record<keyof Dashboard['earning'], Omit<LinkFilter, 'surface'>> = {
  own: { owner: ['own'], earns: ['yes', 'unknown'] },
  other: { owner: ['other'], earns: ['yes', 'unknown'] },
  unknown: { owner: ['unknown'], earns: ['yes', 'unknown'] },
  none: { earns: ['no'] },
};

/** Whose commission the links carry. */
export function EarningPanel({ dashboard, surface }: { dashboard: Dashboard; surface: SurfaceId }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { ownPids, ownFiles } = useSettings();
  const open = useOpenRows();
  const { earning, commission } = dashboard;
  return (
    <Panel
      title={t('dashboard.earning')}
      note={
        <>
          {t('dashboard.totalCommission')} <Money fen={commission.totalFen} />
        </>
      }
    >
      <NumberList
        lines={(['own', 'unknown', 'other', 'none'] as const).map((key) => ({
          key,
          label: t(earningKeys[key]),
          count: earning[key],
          onOpen: () => open.links({ surface, ...filters[key] }),
        }))}
      />
      {ownPids.length === 0 && !ownFiles ? (
        <p className="hint">
          {t('dashboard.noPids')}{' '}
          <button type="button" className="text-link" onClick={() => route.getState().go('settings')}>
            {t('dashboard.toSettings')}
          </button>
        </p>
      ) : null}
    </Panel>
  );
}
