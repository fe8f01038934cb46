import { isLinkKind } from '../links/link-kinds.ts';
import type { OpenabilityPack, PolicyRow } from './pack-shape.ts';
import type { Report } from './shape.ts';

/** What one field alone cannot show: unique ids, references, order of days, rows that speak against each other. */
export function checkPack(pack: OpenabilityPack, report: Report): void {
  checkUnique(pack, report);
  checkReferences(pack, report);
  checkKinds(pack, report);
  for (const [index, row] of pack.rows.entries()) checkRow(row, `rows[${index}]`, report);
  checkOverlaps(pack.rows, report);
}

const idLists = [
  'surfaces',
  'linkClasses',
  'rows',
  'caveats',
  'timeline',
  'stories',
  'blockPages',
  'phrases',
  'probes',
] as const;

function checkUnique(pack: OpenabilityPack, report: Report): void {
  for (const list of idLists) {
    const seen = new Set<string>();
    for (const [index, { id }] of pack[list].entries()) {
      if (seen.has(id)) report.add('duplicate-id', `${list}[${index}].id`, { value: id });
      seen.add(id);
    }
  }
}

function checkReferences(pack: OpenabilityPack, report: Report): void {
  const surfaces = new Set(pack.surfaces.map(({ id }) => id));
  const classes = new Set(pack.linkClasses.map(({ id }) => id));
  const rows = new Set(pack.rows.map(({ id }) => id));
  const need = (known: ReadonlySet<string>, value: string, at: string): void => {
    if (!known.has(value)) report.add('unknown-reference', at, { value });
  };
  for (const [index, row] of pack.rows.entries()) {
    need(surfaces, row.surface, `rows[${index}].surface`);
    need(classes, row.linkClass, `rows[${index}].linkClass`);
  }
  for (const list of ['caveats', 'timeline'] as const) {
    for (const [index, entry] of pack[list].entries()) {
      for (const surface of entry.surfaces) need(surfaces, surface, `${list}[${index}].surfaces`);
    }
  }
  for (const [index, event] of pack.timeline.entries()) {
    for (const linkClass of event.linkClasses) need(classes, linkClass, `timeline[${index}].linkClasses`);
  }
  for (const [index, story] of pack.stories.entries()) {
    for (const row of story.steps.flatMap((step) => step.rows)) need(rows, row, `stories[${index}].steps`);
  }
  for (const part of ['articleJump', 'everySurface'] as const) {
    for (const surface of pack.probeScope[part]) need(surfaces, surface, `probeScope.${part}`);
  }
}

/** A pack for a newer version may name kinds this one does not know; they are left out, not refused. */
function checkKinds(pack: OpenabilityPack, report: Report): void {
  for (const [index, linkClass] of pack.linkClasses.entries()) {
    for (const { kind } of linkClass.kinds) {
      if (!isLinkKind(kind)) report.warn('unknown-kind', `linkClasses[${index}].kinds`, { value: kind });
    }
  }
}

function checkRow(row: PolicyRow, at: string, report: Report): void {
  if (row.from !== null && row.to !== null && row.from > row.to) {
    report.add('from-after-to', at, { from: row.from, to: row.to, value: row.id });
  }
  if (row.source.length === 0 && row.outcome !== 'unknown') report.add('no-source', `${at}.source`, { value: row.id });
}

/** Two rows of one class on one surface on the same day: a contradiction when they decide differently. */
function checkOverlaps(rows: readonly PolicyRow[], report: Report): void {
  const groups = new Map<string, { row: PolicyRow; index: number }[]>();
  for (const [index, row] of rows.entries()) {
    if (row.confidence === 'low') continue;
    const key = `${row.surface} ${row.linkClass}`;
    const group = groups.get(key) ?? [];
    group.push({ row, index });
    groups.set(key, group);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => compareStart(a.row, b.row));
    let open: { row: PolicyRow; index: number } | null = null;
    for (const entry of group) {
      if (open && (open.row.to === null || entry.row.from === null || entry.row.from <= open.row.to)) {
        const params = { value: entry.row.id, other: open.row.id };
        if (open.row.outcome === entry.row.outcome) report.warn('overlap', `rows[${entry.index}]`, params);
        else report.add('contradiction', `rows[${entry.index}]`, params);
      }
      if (!open || endsLater(entry.row, open.row)) open = entry;
    }
  }
}

const compareStart = (a: PolicyRow, b: PolicyRow): number => {
  const startA = a.from ?? '';
  const startB = b.from ?? '';
  return startA < startB ? -1 : Number(startA > startB);
};

const endsLater = (a: PolicyRow, b: PolicyRow): boolean => b.to !== null && (a.to === null || a.to > b.to);
