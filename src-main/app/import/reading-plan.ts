import { AppError } from '#contract/errors';
import { describeMappingProblem } from '#contract/messages/describe-mapping-problem';
import { detailsOf } from '#contract/messages/error-details';
import { fillMessage, joinList, type Locale, type MessageParams } from '#contract/messages/format-message';
import { importRefusals } from '#contract/messages/import-file-messages';
import { importFieldNames } from '#contract/messages/import-mapping-messages';
import type { FileInspection, ReadPlan } from '#domain/import/file-inspection';
import { applyMappingFile, checkMappingFile, type MappingFile, type MappingProblem } from '#domain/import/mapping-file';
import { suggestMapping } from '#domain/import/suggest-mapping';
import type { RowPlan } from '#domain/import/row-parser';
import type { ColumnMapping, TargetField } from '#domain/import/target-fields';

/** Bumped when the same file under the same mapping would be read differently, so that old readings are not reused. */
const readerVersion = 3;

const fieldList = (fields: readonly TargetField[], locale: Locale): string =>
  joinList(
    fields.map((field) => fillMessage(importFieldNames[field], {}, locale)),
    locale,
  );

function refuse(file: string, reason: keyof typeof importRefusals, about: (locale: Locale) => MessageParams): AppError {
  const details = detailsOf((locale) => fillMessage(importRefusals[reason], about(locale), locale));
  return new AppError('FILE_UNREADABLE', `${file}: ${reason}`, { params: { file, reason, ...details } });
}

/** @throws AppError `VALIDATION` naming what is wrong with the mapping file */
export function readMappingFile(json: unknown): MappingFile {
  const checked = checkMappingFile(json);
  if ('file' in checked) return checked.file;
  throw mappingError(checked.problems);
}

/** @throws AppError `VALIDATION` also when the mapping does not fit these headers or leaves out a required field */
export function mappingOfHeaders(json: unknown, headers: readonly string[]): MappingFile {
  const file = readMappingFile(json);
  const { problems } = applyMappingFile(file, headers, [], suggestMapping(headers, []));
  if (problems.length > 0) throw mappingError(problems);
  return file;
}

function mappingError(problems: readonly MappingProblem[]): AppError {
  const details = detailsOf((locale) => {
    const sentences = problems.map((problem) => describeMappingProblem(problem, locale));
    return sentences.join(locale === 'en' ? ' ' : '');
  });
  return new AppError('VALIDATION', 'mapping does not fit', { params: details });
}

/**
 * How an inspected file will be read: its columns by the given mapping, else by what was recognised.
 * @throws AppError `FILE_UNREADABLE` when it holds no products (an order report is refused by name) or the columns of
 *   required fields are not clear; `VALIDATION` when the mapping does not fit
 */
export function mappingFor(inspection: FileInspection, mapping: MappingFile | null): ColumnMapping {
  const { file, otherTable, suggestion, headers, sampleRows } = inspection;
  if (otherTable) {
    throw refuse(file, 'not-products', (locale) => ({ table: fillMessage(otherTable.name, {}, locale) }));
  }
  if (mapping) {
    const rows = sampleRows.map((row) => row.cells);
    const applied = applyMappingFile(mapping, headers, rows, suggestion);
    if (applied.problems.length > 0) throw mappingError(applied.problems);
    return applied.mapping;
  }
  if (suggestion.missing.length > 0) {
    const lookedAt = () => ({ rows: sampleRows.length });
    if (inspection.delimited && headers.length < 2) throw refuse(file, 'delimiter-unknown', lookedAt);
    if (inspection.headerRow === 0) throw refuse(file, 'header-missing', lookedAt);
    throw refuse(file, 'columns-missing', (locale) => ({ fields: fieldList(suggestion.missing, locale) }));
  }
  if (suggestion.ambiguous.length > 0) {
    const fields = suggestion.ambiguous.map(({ field }) => field);
    throw refuse(file, 'columns-ambiguous', (locale) => ({ fields: fieldList(fields, locale) }));
  }
  return suggestion.mapping;
}

/** The row parser's plan. */
export function rowPlan(inspection: FileInspection, mapping: ColumnMapping, today: string): RowPlan {
  return { headers: inspection.headers, mapping, delimited: inspection.delimited, today };
}

/** Everything that decides what a file's bytes become, as text: equal bytes under equal plans give equal rows. */
export function planFingerprint(inspection: FileInspection, mapping: ColumnMapping, today: string): string {
  const { stamp: _stamp, ...plan }: ReadPlan = inspection.plan;
  const usesToday =
    mapping.columns.activityCommissionRate !== undefined || mapping.columns.activityCommission !== undefined;
  return JSON.stringify({ readerVersion, plan, mapping, ...(usesToday ? { today } : {}) });
}

const datedName = /(?<!\d)(20\d{2})[-_.年/]?(0[1-9]|1[0-2])[-_.月/]?(0[1-9]|[12]\d|3[01])(?!\d)/;

/** How new a file's data is: the date in its name (Alimama's lists carry one), else the day of import. */
export function dataDateOf(fileName: string, today: string): string {
  const [, year, month, day] = datedName.exec(fileName) ?? [];
  const named = year && month && day ? `${year}-${month}-${day}` : today;
  return named > today ? today : named;
}
