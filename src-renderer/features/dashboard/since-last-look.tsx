import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/dashboard';
import { closedOutcomes } from '#contract/surfaces';
import type { SurfaceId } from '#contract/surfaces';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useFinishedRuns } from './use-finished-runs.ts';
import { useOpenRows } from './use-open-rows.ts';

/** What is different from the day somebody last looked at the overview; every number opens its rows. */
export function SinceLastLook({ dashboard, surface }: { dashboard: Dashboard; surface: SurfaceId }): ReactNode {
  const { t, locale } = useTranslator();
  const open = useOpenRows();
  const { since, products, links, findings, openability } = dashboard;
  if (since === null) return <p className="secondary">{t('dashboard.since.none')}</p>;
  const { before, window, endedLinks, endedCoupons } = since;
  const counts = openability.find((row) => row.surface === surface)?.counts;
  const closed = closedOutcomes.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0);
  const n = (value: number): string => value.toLocaleString(locale);
  return (
    <>
      <h3 className="minor-heading">{t('dashboard.since', { day: since.day })}</h3>
      <dl className="since-list">
        <Changed
          name={t('dashboard.since.products')}
          before={before.products}
          now={products}
          onOpen={() => open.products({})}
        />
        <Changed
          name={t('dashboard.since.links')}
          before={before.links}
          now={links}
          onOpen={() => open.links({ surface })}
        />
        <Changed
          name={t('dashboard.since.closed', { surface: t(`surface.${surface}`) })}
          before={before.closed[surface] ?? 0}
          now={closed}
          onOpen={() => open.links({ surface, outcomes: [...closedOutcomes] })}
        />
        <Changed
          name={t('dashboard.since.banned')}
          before={before.banned}
          now={findings.block}
          onOpen={() => open.products({ findings: ['block'] })}
        />
        <Line name={t('dashboard.since.endedLinks')}>
          <Opening text={n(endedLinks)} onOpen={() => open.links({ surface, endsBetween: window })} />
        </Line>
        <Line name={t('dashboard.since.endedCoupons')}>
          <Opening text={n(endedCoupons)} onOpen={() => open.products({ couponEnds: window })} />
        </Line>
        <TurnedSince day={since.day} />
      </dl>
    </>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Opening({ text, onOpen }: { text: string; onOpen(): void }): ReactNode {
  return text === '0' ? (
    <span className="faint">0</span>
  ) : (
    <button type="button" className="text-link" onClick={onOpen}>
      {text}
    </button>
  );
}

/** A number then and now; the present one opens its rows. */
function Changed(props: { name: string; before: number; now: number; onOpen(): void }): ReactNode {
  const { name, before, now, onOpen } = props;
  const { t, locale } = useTranslator();
  return (
    <Line name={name}>
      {before === now ? (
        <span className="faint">{t('dashboard.since.same')}</span>
      ) : (
        <>
          <span className="secondary">{before.toLocaleString(locale)} → </span>
          <Opening text={now.toLocaleString(locale)} onOpen={onOpen} />
        </>
      )}
    </Line>
  );
}

/** What checks that ended after a day found different from before. */
function TurnedSince({ day }: { day: string }): ReactNode {
  const { t, locale } = useTranslator();
  const { runs } = useFinishedRuns();
  const since = (runs ?? []).filter(({ finishedAt }) => shanghaiDay(new Date(finishedAt)) > day);
  if (since.length === 0) return null;
  const turned = since.reduce((sum, run) => sum + run.turned, 0);
  return (
    <Line name={t('dashboard.since.turned', { runs: since.length })}>
      <span className="secondary">{turned.toLocaleString(locale)}</span>
    </Line>
  );
}
