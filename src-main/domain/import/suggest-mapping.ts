import { contextualAliases, headerAliases } from './header-aliases.ts';
import { normalizeHeader, unitInHeader, withoutHints } from './header-name.ts';
import { reasonColumns } from './reason-column.ts';
import { suggestUnits, type UnitChoice } from './suggest-units.ts';
import { type ColumnMapping, isMoneyField, isRateField, type TargetField, targetFields } from './target-fields.ts';
import { guessByValues, type ShapeGuess } from './value-shapes.ts';

export type MappingReason =
  /** The header is a known name of the field. */
  | 'name'
  /** A known name that means this field beside another header of the file. */
  | 'name-in-context'
  /** The sample values look like this field. */
  | 'values';

export interface MappingChoice {
  field: TargetField;
  column: number;
  header: string;
  reason: MappingReason;
}

/** A column that fits a field another column was chosen for. */
export interface MappingRival {
  field: TargetField;
  column: number;
  header: string;
  /** `same-name`: nothing but the place tells them apart; `weaker-name`; `values`. */
  reason: 'same-name' | 'weaker-name' | 'values';
}

export interface MappingSuggestion {
  mapping: ColumnMapping;
  choices: MappingChoice[];
  units: UnitChoice[];
  rivals: MappingRival[];
  /** Required fields without a column; a guess by values alone is offered but does not count as found. */
  missing: TargetField[];
  /** Required fields that two columns fit equally well. */
  ambiguous: { field: TargetField; columns: number[] }[];
}

/** An item id can also be read from the item page's address. */
export const requiredFields: readonly TargetField[] = ['itemId', 'title'];

interface Candidate {
  field: TargetField;
  column: number;
  rank: number;
  reason: 'name' | 'name-in-context';
}

const namesOf = new Map<string, { field: TargetField; rank: number }>();
for (const field of targetFields) {
  headerAliases[field].forEach((name, rank) => namesOf.set(normalizeHeader(name), { field, rank }));
}

/** `佣金(%)` is a rate, whatever the name without its unit means; a column that calls itself one goes before it. */
const ratesByUnit: Partial<Record<TargetField, TargetField>> = {
  commission: 'commissionRate',
  activityCommission: 'activityCommissionRate',
};
const weakestRank = 1000;

function candidateOf(header: string, column: number, present: ReadonlySet<string>): Candidate | null {
  const name = normalizeHeader(header);
  const context = contextualAliases.find((alias) => alias.name === name && present.has(alias.beside));
  if (context) return { field: context.field, column, rank: 0, reason: 'name-in-context' };
  const known = namesOf.get(withoutHints(name));
  if (!known) return null;
  const rate = unitInHeader(header).rate === undefined ? undefined : ratesByUnit[known.field];
  return rate ? { field: rate, rank: weakestRank, column, reason: 'name' } : { ...known, column, reason: 'name' };
}

/** The field a header is a known name of, whatever stands beside it. */
export function fieldOfHeader(header: string): TargetField | null {
  return namesOf.get(withoutHints(normalizeHeader(header)))?.field ?? null;
}

function cellsDiffer(rows: readonly (readonly string[])[], columns: readonly number[]): boolean {
  const [first = 0, ...others] = columns;
  return rows.some((row) => others.some((column) => (row[column] ?? '') !== (row[first] ?? '')));
}

function byName(headers: readonly string[]): Map<TargetField, Candidate[]> {
  const names = headers.map(normalizeHeader);
  const present = new Set(names);
  const found = new Map<TargetField, Candidate[]>();
  headers.forEach((header, column) => {
    const candidate = names[column] === '' ? null : candidateOf(header, column, present);
    if (candidate) found.set(candidate.field, [...(found.get(candidate.field) ?? []), candidate]);
  });
  for (const candidates of found.values()) candidates.sort((a, b) => a.rank - b.rank || a.column - b.column);
  return found;
}

/**
 * Guesses that may be applied: one column for a field that no name claimed. An id is not guessed beside an item page,
 * which holds the true one: seller ids look just like item ids.
 */
function uniqueGuesses(guesses: readonly ShapeGuess[], named: ReadonlyMap<TargetField, unknown>): ShapeGuess[] {
  return guesses.filter(
    ({ field }) =>
      !named.has(field) &&
      !(field === 'itemId' && named.has('detailUrl')) &&
      guesses.filter((other) => other.field === field).length === 1,
  );
}

function unitsOf(choices: readonly UnitChoice[]): ColumnMapping['units'] {
  const units: Partial<Record<TargetField, string>> = {};
  for (const { field, unit } of choices) {
    if (isMoneyField(field) && unit !== 'yuan') units[field] = unit;
    if (isRateField(field) && unit !== 'percent') units[field] = unit;
  }
  return units as ColumnMapping['units'];
}

/** Tables made by hand often give the rate, `30%`, under 佣金. */
function rateUnderCommission(choices: MappingChoice[], rows: readonly (readonly string[])[]): void {
  const commission = choices.find(({ field }) => field === 'commission');
  if (!commission || choices.some(({ field }) => field === 'commissionRate')) return;
  const filled = rows.map((row) => (row[commission.column] ?? '').trim()).filter((cell) => cell !== '');
  const percents = filled.filter((cell) => /^[\d.]{1,8}\s*[%％]$/.test(cell));
  if (filled.length === 0 || percents.length < filled.length * 0.8) return;
  commission.field = 'commissionRate';
  commission.reason = 'values';
}

/**
 * Which column means what: by header name first, by sample values where no header tells.
 * @param rows sample rows below the header
 */
export function suggestMapping(headers: readonly string[], rows: readonly (readonly string[])[]): MappingSuggestion {
  const named = byName(headers);
  const choices: MappingChoice[] = [];
  const rivals: MappingRival[] = [];
  const ambiguous: MappingSuggestion['ambiguous'] = [];
  for (const [field, [best, ...others]] of named) {
    if (!best) continue;
    choices.push({ field, column: best.column, header: headers[best.column] ?? '', reason: best.reason });
    const equals = others.filter((other) => other.rank === best.rank);
    const columns = [best.column, ...equals.map((other) => other.column)];
    if (requiredFields.includes(field) && equals.length > 0 && cellsDiffer(rows, columns)) {
      ambiguous.push({ field, columns });
    }
    for (const { column, rank } of others) {
      const reason = rank === best.rank ? 'same-name' : 'weaker-name';
      rivals.push({ field, column, header: headers[column] ?? '', reason });
    }
  }
  rateUnderCommission(choices, rows);
  const claimed = new Set([...choices, ...rivals].map(({ column }) => column));
  const unclaimed = headers
    .map((_, column) => column)
    .filter((column) => column >= reasonColumns(headers) && !claimed.has(column));
  const guesses = guessByValues(rows, unclaimed);
  for (const { field, column } of uniqueGuesses(guesses, named)) {
    choices.push({ field, column, header: headers[column] ?? '', reason: 'values' });
  }
  for (const { field, column } of guesses) {
    if (choices.some((choice) => choice.column === column)) continue;
    rivals.push({ field, column, header: headers[column] ?? '', reason: 'values' });
  }
  const columns = Object.fromEntries(choices.map(({ field, column }) => [field, column]));
  const units = suggestUnits(headers, columns, rows);
  const missing = requiredFields.filter(
    (field) => !named.has(field) && !(field === 'itemId' && named.has('detailUrl')),
  );
  return { mapping: { columns, units: unitsOf(units) }, choices, units, rivals, missing, ambiguous };
}
