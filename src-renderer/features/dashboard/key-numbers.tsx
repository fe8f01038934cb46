import type { ReactNode } from 'react';
import type { CatalogFilter } from '#contract/catalog';
import type { Dashboard } from '#contract/dashboard';
import { closedOutcomes } from '#contract/surfaces';
import type { LinkFilter } from '#contract/links';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { Count, ShortMoney } from '../../ui/money.tsx';
import { StatTile } from '../../ui/stat-tile.tsx';
import { useOpenRows } from './use-open-rows.ts';

/** The numbers one looks at first; each opens exactly the rows it counts. */
export function KeyNumbers({ dashboard, surface }: { dashboard: Dashboard; surface: SurfaceId }): ReactNode {
  const { t, locale } = useTranslator();
  const open = useOpenRows();
  const counts = dashboard.openability.find((row) => row.surface === surface)?.counts;
  const closedLinks = closedOutcomes.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0);
  const { findings, ending, commission } = dashboard;
  const products = (filter: CatalogFilter) => () => open.products(filter);
  const links = (filter: Omit<LinkFilter, 'surface'>) => () => open.links({ surface, ...filter });
  return (
    <div className="stat-row">
      <StatTile label={t('dashboard.products')} value={<Count value={dashboard.products} />} onOpen={products({})} />
      <StatTile
        label={t('dashboard.closed', { surface: t(`surface.${surface}`) })}
        value={<Count value={closedLinks} />}
        note={t('dashboard.ofLinks', { n: dashboard.links.toLocaleString(locale) })}
        tone={closedLinks > 0 ? 'bad' : 'neutral'}
        onOpen={links({ outcomes: [...closedOutcomes] })}
        onNote={links({})}
      />
      <StatTile
        label={t('dashboard.banned')}
        value={<Count value={findings.block} />}
        note={
          findings.unscanned > 0
            ? t('dashboard.unscanned', { n: findings.unscanned.toLocaleString(locale) })
            : t('dashboard.risky', { n: findings.warn.toLocaleString(locale) })
        }
        tone={findings.block > 0 ? 'bad' : 'neutral'}
        onOpen={products({ findings: ['block'] })}
        {...(findings.unscanned > 0 || findings.warn === 0 ? {} : { onNote: products({ findings: ['warn'] }) })}
      />
      <StatTile
        label={t('dashboard.ending7')}
        value={<Count value={ending.linksIn7} />}
        note={t('dashboard.couponsEnding7', { n: ending.couponsIn7.toLocaleString(locale) })}
        tone={ending.linksIn7 > 0 ? 'warn' : 'neutral'}
        onOpen={links({ endsBetween: ending.within7 })}
        {...(ending.couponsIn7 === 0 ? {} : { onNote: products({ couponEnds: ending.within7 }) })}
      />
      <StatTile
        label={t('dashboard.atStake')}
        value={<ShortMoney fen={commission.atStakeFen} />}
        note={t('dashboard.atStakeNote', { n: commission.atStakeProducts.toLocaleString(locale) })}
        tone={commission.atStakeFen > 0 ? 'warn' : 'neutral'}
        onOpen={products({ noUsableLinkOn: surface, commissionFen: { min: 1 } })}
      />
    </div>
  );
}
