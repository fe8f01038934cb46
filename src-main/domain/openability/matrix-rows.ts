import { type LinkKind, linkKindIds } from '../links/link-kinds.ts';
import type { Outcome } from './outcomes.ts';
import type { Bilingual, OpenabilityPack, PolicyRow } from './pack-shape.ts';

/** What policy says on one day, kind × surface. */
export type PolicyTable = readonly { kind: string; surface: string; outcome: Outcome; rowId: string | null }[];

/** One line of the table: kinds the rules treat alike, or a situation that no link text can show. */
export interface MatrixRow {
  key: string;
  kinds: readonly LinkKind[];
  /** Null for kinds, whose names are in the catalogue. */
  situation: Bilingual | null;
  cells: Readonly<Record<string, MatrixCell>>;
}

export interface MatrixCell {
  outcome: Outcome;
  rowId: string | null;
}

/** Whether a rule or a membership counts on a day; both ends are inclusive, null = open. */
export const isInForce = ({ from, to }: { from: string | null; to: string | null }, day: string): boolean =>
  (from === null || from <= day) && (to === null || day <= to);

/** Kinds with the same rule on every surface share a line; then the situations that rules speak of without a kind. */
export function matrixRows(pack: OpenabilityPack, table: PolicyTable, day: string): MatrixRow[] {
  return [...kindRows(table), ...situationRows(pack, day)];
}

function kindRows(table: PolicyTable): MatrixRow[] {
  const cellsOf = new Map<string, Record<string, MatrixCell>>();
  for (const { kind, surface, outcome, rowId } of table) {
    cellsOf.set(kind, { ...cellsOf.get(kind), [surface]: { outcome, rowId } });
  }
  const rows = new Map<string, MatrixRow>();
  for (const kind of linkKindIds) {
    const cells = cellsOf.get(kind);
    if (!cells) continue;
    const key = JSON.stringify(cells);
    const known = rows.get(key);
    rows.set(key, { key: known?.key ?? kind, kinds: [...(known?.kinds ?? []), kind], situation: null, cells });
  }
  return [...rows.values()];
}

function situationRows(pack: OpenabilityPack, day: string): MatrixRow[] {
  return pack.linkClasses
    .filter(({ id, kinds }) => kinds.length === 0 && pack.rows.some(({ linkClass }) => linkClass === id))
    .map(({ id, name }) => ({
      key: id,
      kinds: [],
      situation: name,
      cells: Object.fromEntries(pack.surfaces.map((surface) => [surface.id, situationCell(pack, id, surface.id, day)])),
    }));
}

const weight = { high: 0, medium: 1, low: 2 } as const;

function situationCell(pack: OpenabilityPack, linkClass: string, surface: string, day: string): MatrixCell {
  const [row] = pack.rows
    .filter((each) => each.linkClass === linkClass && each.surface === surface && each.confidence !== 'low')
    .filter((each) => isInForce(each, day))
    .sort((a, b) => weight[a.confidence] - weight[b.confidence]);
  return { outcome: row?.outcome ?? 'unknown', rowId: row?.id ?? null };
}

/** Every dated rule about a line on one surface, whenever it held: the deciding one first, then newest first. */
export function datedRows(pack: OpenabilityPack, { key, kinds, cells }: MatrixRow, surface: string): PolicyRow[] {
  const classes = new Set(
    kinds.length === 0
      ? [key]
      : pack.linkClasses
          .filter((linkClass) => linkClass.kinds.some(({ kind }) => kinds.some((each) => each === kind)))
          .map(({ id }) => id),
  );
  const deciding = cells[surface]?.rowId ?? null;
  return pack.rows
    .filter((row) => row.surface === surface && classes.has(row.linkClass))
    .sort((a, b) => {
      if (a.id === deciding || b.id === deciding) return a.id === deciding ? -1 : 1;
      return (a.from ?? '') < (b.from ?? '') ? 1 : -1;
    });
}
