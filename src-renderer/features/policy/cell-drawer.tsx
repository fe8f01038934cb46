import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import type { OpenabilityPack } from '#domain/openability/pack-shape';
import { useTranslator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { datedRows, type MatrixRow } from '#domain/openability/matrix-rows';
import { PolicyRowCard } from './policy-row-card.tsx';
import { rowName } from './row-name.ts';

interface CellDrawerProps {
  /** Null = closed. */
  cell: { row: MatrixRow; surface: string } | null;
  pack: OpenabilityPack;
  /** Day the table is for. */
  day: string;
  onClose(): void;
}

/** Every dated rule behind one cell, with its sources. */
export function CellDrawer({ cell, pack, day, onClose }: CellDrawerProps): ReactNode {
  const translator = useTranslator();
  const surface = pack.surfaces.find(({ id }) => id === cell?.surface);
  return (
    <Drawer
      open={cell !== null}
      onClose={onClose}
      size={640}
      title={surface ? translator.pick(surface.name) : ''}
      destroyOnHidden
    >
      {cell === null ? null : <Cell row={cell.row} surface={cell.surface} pack={pack} day={day} />}
    </Drawer>
  );
}

function Cell({
  row,
  surface,
  pack,
  day,
}: {
  row: MatrixRow;
  surface: string;
  pack: OpenabilityPack;
  day: string;
}): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { outcome, rowId } = row.cells[surface] ?? { outcome: 'unknown' as const, rowId: null };
  const rules = datedRows(pack, row, surface);
  return (
    <div className="stack">
      <header className="cell-head">
        <h3>{rowName(row, translator)}</h3>
        <p>
          {t('policy.now', { date: day })} <OutcomeTag outcome={outcome} />
        </p>
      </header>
      {rules.length === 0 ? (
        <p className="secondary">{t('policy.rows.none')}</p>
      ) : (
        <h4>{t('policy.rows', { n: rules.length })}</h4>
      )}
      {rules.map((rule) => (
        <PolicyRowCard key={rule.id} rule={rule} pack={pack} day={day} decides={rule.id === rowId} />
      ))}
    </div>
  );
}
