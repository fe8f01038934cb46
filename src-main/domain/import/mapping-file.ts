import { normalizeHeader } from './header-name.ts';
import { reasonColumns } from './reason-column.ts';
import {
  type ColumnMapping,
  isMoneyField,
  isRateField,
  isTargetField,
  moneyUnits,
  rateUnits,
  type TargetField,
  targetFields,
} from './target-fields.ts';
import { type MappingSuggestion, requiredFields } from './suggest-mapping.ts';
import { suggestUnits } from './suggest-units.ts';

/** Where one field is: by header (the first, second … of that name) or by column number, 1 = A. */
export type MappedField = ({ header: string; occurrence?: number } | { column: number }) & { unit?: string };

/**
 * A mapping as a file, for `--mapping FILE` and for saved mappings. Fields it does not name are mapped automatically;
 * a field set to null is left out.
 */
export interface MappingFile {
  kind: 'taoke-desk-mapping';
  version: 1;
  name: string;
  /** Headers of the table it was made for; tables with the same ones use it by themselves. */
  headers?: string[];
  fields: Partial<Record<TargetField, MappedField | null>>;
}

export interface MappingProblem {
  code:
    | 'mapping-not-a-mapping'
    | 'mapping-too-new'
    | 'mapping-unknown-field'
    | 'mapping-bad-place'
    | 'mapping-bad-unit'
    | 'mapping-header-missing'
    | 'mapping-column-missing'
    | 'mapping-column-twice'
    | 'mapping-required-missing';
  params: Record<string, string | number>;
}

const longestName = 200;
const mostColumns = 2000;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPlace(value: Record<string, unknown>): boolean {
  const { header, column, occurrence } = value as { header?: unknown; column?: unknown; occurrence?: unknown };
  const whole = (number: unknown) => Number.isInteger(number) && Number(number) >= 1 && Number(number) <= mostColumns;
  if (typeof header === 'string')
    return header.length <= longestName && (occurrence === undefined || whole(occurrence));
  return whole(column);
}

function allowedUnits(field: TargetField): readonly string[] {
  if (isMoneyField(field)) return moneyUnits;
  return isRateField(field) ? rateUnits : [];
}

function fieldProblem(name: string, value: unknown): MappingProblem | null {
  const field = name.slice(0, longestName);
  if (!isTargetField(name)) return { code: 'mapping-unknown-field', params: { field } };
  if (value === null) return null;
  if (!isRecord(value) || !isPlace(value)) return { code: 'mapping-bad-place', params: { field } };
  const { unit } = value as { unit?: unknown };
  const units = allowedUnits(name);
  if (unit === undefined || (typeof unit === 'string' && units.includes(unit))) return null;
  return { code: 'mapping-bad-unit', params: { field, allowed: units.join(' / ') || '—' } };
}

/** Checks a parsed JSON document. Anything but a sound mapping gives the problems instead, one for each fault. */
export function checkMappingFile(json: unknown): { file: MappingFile } | { problems: MappingProblem[] } {
  if (!isRecord(json)) return { problems: [{ code: 'mapping-not-a-mapping', params: {} }] };
  const { kind, version, name, headers, fields } = json as Partial<Record<keyof MappingFile, unknown>>;
  if (kind !== 'taoke-desk-mapping' || !isRecord(fields)) {
    return { problems: [{ code: 'mapping-not-a-mapping', params: {} }] };
  }
  if (version !== 1)
    return { problems: [{ code: 'mapping-too-new', params: { version: String(version).slice(0, 20) } }] };
  const problems = Object.entries(fields).flatMap(([field, value]) => fieldProblem(field, value) ?? []);
  if (problems.length > 0) return { problems };
  const known = Array.isArray(headers) && headers.length <= mostColumns && headers.every((h) => typeof h === 'string');
  return {
    file: {
      kind,
      version,
      name: typeof name === 'string' ? name.slice(0, longestName) : '',
      ...(known ? { headers } : {}),
      fields,
    },
  };
}

function columnOf(place: MappedField, names: readonly string[]): number {
  if ('column' in place) {
    const column = place.column - 1 + reasonColumns(names);
    return column < names.length ? column : -1;
  }
  const wanted = normalizeHeader(place.header);
  let left = place.occurrence ?? 1;
  return names.findIndex((name) => name === wanted && --left === 0);
}

function placeProblem(field: TargetField, place: MappedField): MappingProblem {
  return 'column' in place
    ? { code: 'mapping-column-missing', params: { field, column: place.column } }
    : { code: 'mapping-header-missing', params: { field, header: place.header } };
}

/** Columns of the fields a file names, and what is wrong with them. */
function namedColumns(file: MappingFile, headers: readonly string[]) {
  const names = headers.map(normalizeHeader);
  const columns: ColumnMapping['columns'] = {};
  const problems: MappingProblem[] = [];
  for (const field of targetFields) {
    const place = file.fields[field];
    if (!place) continue;
    const column = columnOf(place, names);
    const twice = targetFields.find((other) => columns[other] === column);
    if (column < 0) problems.push(placeProblem(field, place));
    else if (twice) problems.push({ code: 'mapping-column-twice', params: { field, other: twice } });
    else columns[field] = column;
  }
  return { columns, problems };
}

/** The 0-based columns of the fields a mapping file names; fields it leaves out, or whose place is not there, are absent. */
export function mappedColumns(file: MappingFile, headers: readonly string[]): ColumnMapping['columns'] {
  return namedColumns(file, headers).columns;
}

/** The same mapping file with a column given another meaning; null leaves the column out. Nothing stands in two columns. */
export function withColumn(
  file: MappingFile,
  headers: readonly string[],
  column: number,
  field: TargetField | null,
): MappingFile {
  const fields = { ...file.fields };
  for (const [named, at] of Object.entries(mappedColumns(file, headers))) {
    if (at === column) fields[named as TargetField] = null;
  }
  if (field !== null) fields[field] = { column: column + 1 - reasonColumns(headers) };
  return { ...file, fields };
}

/** The same mapping file with the numbers of a field read in another unit. */
export function withUnit(file: MappingFile, field: TargetField, unit: string): MappingFile {
  const place = file.fields[field];
  return place ? { ...file, fields: { ...file.fields, [field]: { ...place, unit } } } : file;
}

/**
 * A mapping file put to a table: its places looked up, units it does not state suggested from the sample, the rest
 * mapped by name. With problems the mapping must not be used.
 */
export function applyMappingFile(
  file: MappingFile,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  suggestion: MappingSuggestion,
): { mapping: ColumnMapping; problems: MappingProblem[] } {
  const { columns, problems } = namedColumns(file, headers);
  const taken = new Set<number>(Object.values(columns));
  for (const { field, column, reason } of suggestion.choices) {
    if (field in file.fields || taken.has(column) || (reason === 'values' && requiredFields.includes(field))) continue;
    columns[field] = column;
  }
  for (const field of requiredFields) {
    const derivable = field === 'itemId' && columns.detailUrl !== undefined;
    if (columns[field] !== undefined || derivable) continue;
    problems.push({ code: 'mapping-required-missing', params: { field } });
  }
  const units: Partial<Record<TargetField, string>> = {};
  for (const choice of suggestUnits(headers, columns, rows)) {
    const unit = file.fields[choice.field]?.unit ?? choice.unit;
    if (unit !== 'yuan' && unit !== 'percent') units[choice.field] = unit;
  }
  return { mapping: { columns, units: units as ColumnMapping['units'] }, problems };
}

/** A mapping as a file that {@link applyMappingFile} turns back into the same mapping for the same headers. */
export function toMappingFile(mapping: ColumnMapping, headers: readonly string[], name: string): MappingFile {
  const names = headers.map(normalizeHeader);
  const fields: MappingFile['fields'] = {};
  for (const field of targetFields) {
    const column = mapping.columns[field];
    if (column === undefined) {
      fields[field] = null;
      continue;
    }
    const header = headers[column] ?? '';
    const occurrence = names.slice(0, column + 1).filter((other) => other === names[column]).length;
    const defaultUnit = isMoneyField(field) ? 'yuan' : isRateField(field) ? 'percent' : undefined;
    const unit = isMoneyField(field) || isRateField(field) ? (mapping.units[field] ?? defaultUnit) : undefined;
    fields[field] = {
      ...(names[column]
        ? { header, ...(occurrence > 1 ? { occurrence } : {}) }
        : { column: column + 1 - reasonColumns(names) }),
      ...(unit ? { unit } : {}),
    };
  }
  return { kind: 'taoke-desk-mapping', version: 1, name, headers: [...headers], fields };
}
