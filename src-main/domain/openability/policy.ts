import type { CalendarDay } from '../links/calendar-day.ts';
import { daysBetween } from '../shared/shanghai-day.ts';
import { isLinkKind, type LinkKind } from '../links/link-kinds.ts';
import type { OpenabilityPack, PolicyRow } from './pack-shape.ts';
import type { Verdict, VerdictBasis, VerdictCaveat } from './verdict.ts';

/** What policy says about one kind on one surface: the verdict, and the row that decides it. */
export interface PolicyVerdict {
  verdict: Verdict;
  decidingRow: PolicyRow | null;
  /** Day up to which policy has evidence: older evidence of other types does not override it. */
  knownUntil: CalendarDay | null;
}

/** Policy of one pack as of one day. */
export interface Policy {
  of(kind: LinkKind, surface: string, extraClasses: readonly string[]): PolicyVerdict;
}

const isInForce = (span: { from: string | null; to: string | null }, day: CalendarDay): boolean =>
  (span.from === null || span.from <= day) && (span.to === null || day <= span.to);

/** Looks every row up once per kind and surface; answers are shared, immutable objects. */
export function compilePolicy(pack: OpenabilityPack, asOf: CalendarDay): Policy {
  const classesOf = readClasses(pack, asOf);
  const rowsOf = readRows(pack, asOf);
  const memo = new Map<string, PolicyVerdict>();
  return {
    of(kind, surface, extraClasses) {
      const key = `${kind} ${surface} ${extraClasses.join(' ')}`;
      const known = memo.get(key);
      if (known) return known;
      const classes = [...extraClasses, ...(classesOf.get(kind) ?? [])];
      const rows = classes.map((linkClass) => rowsOf.get(`${surface} ${linkClass}`) ?? []);
      const caveats = pack.caveats.filter(
        (caveat) =>
          caveat.kinds.includes(kind) &&
          (caveat.surfaces.length === 0 || caveat.surfaces.includes(surface)) &&
          isInForce(caveat, asOf),
      );
      const result = decide(rows, { pack, asOf, surface, caveats });
      memo.set(key, result);
      return result;
    },
  };
}

/** Class ids per kind, most specific first: the order of the pack's list. */
function readClasses(pack: OpenabilityPack, asOf: CalendarDay): ReadonlyMap<LinkKind, string[]> {
  const classes = new Map<LinkKind, string[]>();
  for (const linkClass of pack.linkClasses) {
    for (const { kind, ...span } of linkClass.kinds) {
      if (isLinkKind(kind) && isInForce(span, asOf)) classes.set(kind, [...(classes.get(kind) ?? []), linkClass.id]);
    }
  }
  return classes;
}

function readRows(pack: OpenabilityPack, asOf: CalendarDay): ReadonlyMap<string, PolicyRow[]> {
  const rows = new Map<string, PolicyRow[]>();
  for (const row of pack.rows) {
    if (!isInForce(row, asOf)) continue;
    const key = `${row.surface} ${row.linkClass}`;
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}

interface Context {
  pack: OpenabilityPack;
  asOf: CalendarDay;
  surface: string;
  caveats: OpenabilityPack['caveats'];
}

/** The most specific class with a row of at least medium confidence decides; low confidence never does. */
function decide(rowsByClass: readonly (readonly PolicyRow[])[], context: Context): PolicyVerdict {
  const rows = rowsByClass.flatMap((group) => [...group].sort(byWeight));
  const deciding = rows.find((row) => row.confidence !== 'low') ?? null;
  const ordered = deciding ? [deciding, ...rows.filter((row) => row !== deciding)] : rows;
  const verdict: Verdict = Object.freeze({
    surface: context.surface,
    asOf: context.asOf,
    outcome: deciding?.outcome ?? 'unknown',
    basis: Object.freeze(ordered.map((row) => toBasis(row, row === deciding))),
    caveats: Object.freeze(policyCaveats(rows, deciding, context)),
  });
  return { verdict, decidingRow: deciding, knownUntil: deciding ? knownUntil(deciding, context.asOf) : null };
}

const confidenceRank = { high: 0, medium: 1, low: 2 } as const;

function byWeight(a: PolicyRow, b: PolicyRow): number {
  const byConfidence = confidenceRank[a.confidence] - confidenceRank[b.confidence];
  if (byConfidence !== 0) return byConfidence;
  const dayA = a.evidenceOn ?? a.from ?? '';
  const dayB = b.evidenceOn ?? b.from ?? '';
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The newest day the row has evidence for, as somebody could have known it on `asOf`. */
function knownUntil(row: PolicyRow, asOf: CalendarDay): CalendarDay | null {
  const evidenceOn = row.evidenceOn !== null && row.evidenceOn <= asOf ? row.evidenceOn : null;
  if (row.from === null || evidenceOn === null) return evidenceOn ?? row.from;
  return evidenceOn > row.from ? evidenceOn : row.from;
}

function toBasis(row: PolicyRow, decides: boolean): VerdictBasis {
  const setAside = decides ? null : row.confidence === 'low' ? 'low-confidence' : 'weaker';
  return Object.freeze({
    type: 'policy',
    id: row.id,
    source: row.source,
    confidence: row.confidence,
    outcome: row.outcome,
    setAside,
    on: row.evidenceOn ?? row.from,
    note: row.note,
    params: {
      linkClass: row.linkClass,
      origin: row.origin,
      dating: row.dating,
      sourceOutcome: row.sourceOutcome,
      ...(row.from === null ? {} : { from: row.from }),
      ...(row.to === null ? {} : { to: row.to }),
    },
  });
}

function policyCaveats(rows: readonly PolicyRow[], deciding: PolicyRow | null, context: Context): VerdictCaveat[] {
  const found: VerdictCaveat[] = [];
  const engine = (code: string, params: VerdictCaveat['params'] = {}) => found.push({ code, params, text: null });
  if (rows.length === 0) engine('no-source');
  else if (!deciding) engine('only-low-confidence');
  if (deciding && deciding.outcome !== 'unknown') {
    const until = knownUntil(deciding, context.asOf);
    if (until === null) engine('undated-source');
    else if (daysBetween(until, context.asOf) > context.pack.parameters.oldEvidenceDays)
      engine('old-evidence', { on: until });
  }
  for (const caveat of context.caveats) found.push({ code: caveat.id, params: {}, text: caveat.text });
  return found;
}
