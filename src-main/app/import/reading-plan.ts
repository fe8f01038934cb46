import { AppError } from '#contract/errors';
import { describeMappingProblem } from '#contract/messages/describe-mapping-problem';
import { importFieldNames } from '#contract/messages/import-mapping-messages';
import type { FileInspection, ReadPlan } from '#domain/import/file-inspection';
import { applyMappingFile, checkMappingFile, type MappingFile, type MappingProblem } from '#domain/import/mapping-file';
import { suggestMapping } from '#domain/import/suggest-mapping';
import type { RowPlan } from '#domain/import/row-parser';
import type { ColumnMapping, TargetField } from '#domain/import/target-fields';

/** Bumped when the same file under the same mapping would be read differently, so that old readings are not reused. */
const readerVersion = 1;

const fieldList = (fields: readonly TargetField[]): string =>
  fields.map((field) => importFieldNames[field].zh).join('、');

function refuse(file: string, reason: string, detail: string): AppError {
  return new AppError('FILE_UNREADABLE', `${file}: ${reason}`, { params: { file, reason, detail } });
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
  const detail = problems.map((problem) => describeMappingProblem(problem, 'zh-CN')).join('');
  return new AppError('VALIDATION', 'mapping does not fit', { params: { detail } });
}

/**
 * How an inspected file will be read: its columns by the given mapping, else by what was recognised.
 * @throws AppError `FILE_UNREADABLE` when it holds no products (an order report is refused by name) or the columns of
 *   required fields are not clear; `VALIDATION` when the mapping does not fit
 */
export function mappingFor(inspection: FileInspection, mapping: MappingFile | null): ColumnMapping {
  const { file, otherTable, suggestion, headers, sampleRows } = inspection;
  if (otherTable) {
    throw refuse(
      file,
      'not-products',
      `这是${otherTable.name.zh}，不是商品文件，没有导入。请选择商品清单或选品库导出的文件`,
    );
  }
  if (mapping) {
    const rows = sampleRows.map((row) => row.cells);
    const applied = applyMappingFile(mapping, headers, rows, suggestion);
    if (applied.problems.length > 0) throw mappingError(applied.problems);
    return applied.mapping;
  }
  if (suggestion.missing.length > 0) {
    throw refuse(file, 'columns-missing', `没有认出必需的列：${fieldList(suggestion.missing)}。请指定列的含义后再导入`);
  }
  if (suggestion.ambiguous.length > 0) {
    const fields = suggestion.ambiguous.map(({ field }) => field);
    throw refuse(file, 'columns-ambiguous', `有多列都像“${fieldList(fields)}”。请指定用哪一列后再导入`);
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
