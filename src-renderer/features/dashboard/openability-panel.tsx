import type { ReactNode } from 'react';
import type { Dashboard } from '#contract/dashboard';
import { outcomeNames } from '#contract/messages/openability-messages';
import { campaignSurfaceIds, type Outcome, outcomes, type SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { outcomeTone } from '../../theme/status-colors.ts';
import { Panel } from '../../ui/panel.tsx';
import { useOpenRows } from './use-open-rows.ts';

type Row = Dashboard['openability'][number];

function Bar({ counts }: Pick<Row, 'counts'>): ReactNode {
  const total = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  if (total === 0) return null;
  return (
    <div className="outcome-bar" aria-hidden="true">
      {outcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <span
            key={outcome}
            className={`outcome-part part-${outcomeTone[outcome]}`}
            style={{ flexGrow: counts[outcome] }}
          />
        ))}
    </div>
  );
}

function Cell({ row, outcome }: { row: Row; outcome: Outcome }): ReactNode {
  const { locale, pick, t } = useTranslator();
  const open = useOpenRows();
  const count = row.counts[outcome];
  if (count === 0) return <span className="faint">0</span>;
  return (
    <button
      type="button"
      className={`number-link stat-${outcomeTone[outcome]}`}
      aria-label={`${t(`surface.${row.surface}`)} ${pick(outcomeNames[outcome])} ${count}`}
      onClick={() => open.links({ surface: row.surface, outcomes: [outcome] })}
    >
      {count.toLocaleString(locale)}
    </button>
  );
}

/** For each place to post to: how many links open, need a step, or lead nowhere. */
export function OpenabilityPanel({ rows, current }: { rows: readonly Row[]; current: SurfaceId }): ReactNode {
  const { t, pick } = useTranslator();
  const posted: readonly SurfaceId[] = campaignSurfaceIds;
  return (
    <Panel title={t('dashboard.openability')} note={t('dashboard.openability.note')} flush>
      <div className="number-table">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('surface.label')}</th>
              <th scope="col" className="bar-column">
                <span className="visually-hidden">{t('dashboard.share')}</span>
              </th>
              {outcomes.map((outcome) => (
                <th key={outcome} scope="col">
                  {pick(outcomeNames[outcome])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter(({ surface }) => posted.includes(surface))
              .map((row) => (
                <tr key={row.surface} className={row.surface === current ? 'row-current' : undefined}>
                  <th scope="row">{t(`surface.${row.surface}`)}</th>
                  <td className="bar-column">
                    <Bar counts={row.counts} />
                  </td>
                  {outcomes.map((outcome) => (
                    <td key={outcome}>
                      <Cell row={row} outcome={outcome} />
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
