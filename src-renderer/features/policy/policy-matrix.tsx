import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { type ReactNode, useMemo, useState } from 'react';
import { outcomeNames } from '#contract/messages/openability-messages';
import type { RuleOutputs } from '#contract/rules';
import { useTranslator } from '../../i18n/locale.tsx';
import { useSettings } from '../../state/services.tsx';
import { useToday } from '../../state/use-today.ts';
import { outcomeTone } from '../../theme/status-colors.ts';
import { Panel } from '../../ui/panel.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { AsOfDialog } from './as-of-dialog.tsx';
import { CellDrawer } from './cell-drawer.tsx';
import { type MatrixRow, matrixRows } from '#domain/openability/matrix-rows';
import { rowName } from './row-name.ts';

interface PolicyMatrixProps {
  rules: RuleOutputs['rules.openability'];
  /** Day looked at; null = the day everything is judged by. */
  chosen: string | null;
  onChoose(day: string | null): void;
}

/** Link kinds × places with what happens there; each cell opens into its dated rules. */
export function PolicyMatrix({ rules, chosen, onChoose }: PolicyMatrixProps): ReactNode {
  const { t, pick } = useTranslator();
  const { pack, asOf, table } = rules;
  const rows = useMemo(() => matrixRows(pack, table, asOf), [pack, table, asOf]);
  const [open, setOpen] = useState<{ row: MatrixRow; surface: string } | null>(null);
  // The drawer follows the day: its line is found again in the table of the day shown.
  const openRow =
    open &&
    (rows.find(({ key, kinds }) => key === open.row.key || kinds.some((kind) => open.row.kinds.includes(kind))) ??
      null);
  return (
    <Panel
      flush
      title={t('policy.matrix')}
      note={t('policy.matrix.note', { title: pick(pack.title), asOf: pack.asOf })}
      actions={<DayChoice day={asOf} chosen={chosen} onChoose={onChoose} />}
    >
      <div className="matrix-scroll">
        <table className="matrix">
          <thead>
            <tr>
              <th scope="col">{t('policy.kind')}</th>
              {pack.surfaces.map(({ id, name }) => (
                <th key={id} scope="col">
                  {pick(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line key={row.key} row={row} pack={pack} onOpen={(surface) => setOpen({ row, surface })} />
            ))}
          </tbody>
        </table>
      </div>
      <CellDrawer
        cell={open && openRow ? { row: openRow, surface: open.surface } : null}
        pack={pack}
        day={asOf}
        onClose={() => setOpen(null)}
      />
    </Panel>
  );
}

/** Looking at another day changes nothing; judging everything by it shows first what that changes. */
function DayChoice({ day, chosen, onChoose }: { day: string } & Omit<PolicyMatrixProps, 'rules'>): ReactNode {
  const { t } = useTranslator();
  const settings = useSettings();
  const today = useToday();
  const [asking, setAsking] = useState<{ asOf: string | null } | null>(null);
  const wanted = day === today ? null : day;
  return (
    <>
      <DatePicker
        className="policy-day"
        allowClear={chosen !== null}
        aria-label={t('policy.day')}
        value={dayjs(day)}
        onChange={(value) => onChoose(value?.format('YYYY-MM-DD') ?? null)}
      />
      {wanted === settings.asOf ? null : (
        <Button onClick={() => setAsking({ asOf: wanted })}>
          {wanted === null ? t('policy.day.today') : t('policy.day.use', { date: wanted })}
        </Button>
      )}
      {asking ? <AsOfDialog asOf={asking.asOf} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

interface LineProps {
  row: MatrixRow;
  pack: PolicyMatrixProps['rules']['pack'];
  onOpen(surface: string): void;
}

function Line({ row, pack, onOpen }: LineProps): ReactNode {
  const translator = useTranslator();
  const { t, pick } = translator;
  const name = rowName(row, translator);
  return (
    <tr>
      <th scope="row" title={name}>
        {row.situation === null ? null : <small>{t('policy.case')}</small>}
        <span>{name}</span>
      </th>
      {pack.surfaces.map((surface) => {
        const outcome = row.cells[surface.id]?.outcome ?? 'unknown';
        const names = { kind: name, surface: pick(surface.name), outcome: pick(outcomeNames[outcome]) };
        return (
          <td key={surface.id}>
            <button type="button" aria-label={t('policy.cell', names)} onClick={() => onOpen(surface.id)}>
              <ToneTag tone={outcomeTone[outcome]}>{t(`policy.short.${outcome}`)}</ToneTag>
            </button>
          </td>
        );
      })}
    </tr>
  );
}
