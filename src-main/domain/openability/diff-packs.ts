import type { Outcome } from './outcomes.ts';
import type { Bilingual, Confidence, OpenabilityPack, PolicyRow } from './pack-shape.ts';

/** A policy row with the names people know. */
export interface RowSummary {
  id: string;
  surface: Bilingual;
  linkClass: Bilingual;
  outcome: Outcome;
  from: string | null;
  to: string | null;
  confidence: Confidence;
}

/** One difference between two packs; `contract/messages` turns it into a sentence. */
export type PackChange =
  | { code: 'row-added'; after: RowSummary }
  | { code: 'row-removed'; before: RowSummary }
  | { code: 'row-outcome'; before: RowSummary; after: RowSummary }
  | { code: 'row-period'; before: RowSummary; after: RowSummary }
  | { code: 'row-confidence'; before: RowSummary; after: RowSummary }
  | { code: 'row-basis'; before: RowSummary; after: RowSummary }
  | { code: 'kinds-changed'; name: Bilingual; added: string[]; removed: string[] }
  | { code: 'list-changed'; list: ListedPart; added: number; removed: number; changed: number }
  | { code: 'parameter-changed'; parameter: string; before: number; after: number };

export type ListedPart =
  | 'surfaces'
  | 'linkClasses'
  | 'caveats'
  | 'timeline'
  | 'stories'
  | 'blockPages'
  | 'phrases'
  | 'probes';

/** What a new pack changes, policy rows first; the same content gives an empty list whatever its order. */
export function diffPacks(before: OpenabilityPack, after: OpenabilityPack): PackChange[] {
  return [
    ...diffRows(before, after),
    ...diffKinds(before, after),
    ...diffLists(before, after),
    ...diffParameters(before, after),
  ];
}

function diffRows(before: OpenabilityPack, after: OpenabilityPack): PackChange[] {
  const oldRows = byId(before.rows);
  const newRows = byId(after.rows);
  const added = after.rows.filter(({ id }) => !oldRows.has(id));
  const removed = before.rows.filter(({ id }) => !newRows.has(id));
  const changed = before.rows.flatMap((row) => {
    const other = newRows.get(row.id);
    const code = other ? rowChange(row, other) : null;
    return other && code ? [{ code, before: summarise(before, row), after: summarise(after, other) }] : [];
  });
  return [
    ...added.map((row) => ({ code: 'row-added' as const, after: summarise(after, row) })),
    ...removed.map((row) => ({ code: 'row-removed' as const, before: summarise(before, row) })),
    ...changed,
  ];
}

/** The weightiest difference: what it says, when it says it, how sure it is, what it rests on. */
function rowChange(a: PolicyRow, b: PolicyRow): 'row-outcome' | 'row-period' | 'row-confidence' | 'row-basis' | null {
  if (a.outcome !== b.outcome || a.surface !== b.surface || a.linkClass !== b.linkClass) return 'row-outcome';
  if (a.from !== b.from || a.to !== b.to) return 'row-period';
  if (a.confidence !== b.confidence) return 'row-confidence';
  return isSame(a, b) ? null : 'row-basis';
}

function diffKinds(before: OpenabilityPack, after: OpenabilityPack): PackChange[] {
  const old = byId(before.linkClasses);
  return after.linkClasses.flatMap((linkClass) => {
    const known = old.get(linkClass.id);
    if (!known || isSame(known.kinds, linkClass.kinds)) return [];
    const was = new Set(known.kinds.map(({ kind }) => kind));
    const is = new Set(linkClass.kinds.map(({ kind }) => kind));
    return [
      {
        code: 'kinds-changed' as const,
        name: linkClass.name,
        added: [...is].filter((kind) => !was.has(kind)).sort(),
        removed: [...was].filter((kind) => !is.has(kind)).sort(),
      },
    ];
  });
}

const lists = ['surfaces', 'linkClasses', 'caveats', 'timeline', 'stories', 'blockPages', 'phrases', 'probes'] as const;

function diffLists(before: OpenabilityPack, after: OpenabilityPack): PackChange[] {
  return lists.flatMap((list) => {
    const old = byId<{ id: string }>(before[list]);
    const now = byId<{ id: string }>(after[list]);
    const added = [...now.keys()].filter((id) => !old.has(id)).length;
    const removed = [...old.keys()].filter((id) => !now.has(id)).length;
    const changed = [...now].filter(([id, entry]) => old.has(id) && !isSame(old.get(id), entry)).length;
    return added + removed + changed === 0 ? [] : [{ code: 'list-changed' as const, list, added, removed, changed }];
  });
}

function diffParameters(before: OpenabilityPack, after: OpenabilityPack): PackChange[] {
  return (['deviceFreshDays', 'probeFreshDays', 'deadFreshDays', 'oldEvidenceDays'] as const).flatMap((parameter) => {
    const was = before.parameters[parameter];
    const is = after.parameters[parameter];
    return was === is ? [] : [{ code: 'parameter-changed' as const, parameter, before: was, after: is }];
  });
}

function summarise(pack: OpenabilityPack, row: PolicyRow): RowSummary {
  const { id, outcome, from, to, confidence } = row;
  const surface = nameOf(pack.surfaces, row.surface);
  return { id, surface, linkClass: nameOf(pack.linkClasses, row.linkClass), outcome, from, to, confidence };
}

const nameOf = (list: readonly { id: string; name: Bilingual }[], id: string): Bilingual =>
  list.find((entry) => entry.id === id)?.name ?? { zh: id, en: id };

const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((entry) => [entry.id, entry]));

/** Packs are read into fresh objects with one field order, so their text tells whether they are the same. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
