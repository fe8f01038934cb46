import type { ImportPreview } from '#contract/import';
import type { FileInspection } from '#domain/import/file-inspection';
import { applyMappingFile, type MappingFile, toMappingFile } from '#domain/import/mapping-file';

const previewRows = 20;

/** What the preview and the mapping screen show of an inspected file. */
export function previewImport(
  inspection: FileInspection,
  given: MappingFile | null,
  saved: MappingFile | null,
): ImportPreview {
  const { suggestion, headers, sampleRows, layout, otherTable } = inspection;
  const chosen = given ?? saved;
  const rows = sampleRows.map((row) => row.cells);
  const applied = chosen ? applyMappingFile(chosen, headers, rows, suggestion) : null;
  const mapping = applied?.mapping ?? suggestion.mapping;
  const clear = applied
    ? applied.problems.length === 0
    : suggestion.missing.length === 0 && suggestion.ambiguous.length === 0;
  return {
    file: inspection.file,
    bytes: inspection.bytes,
    container: inspection.container,
    entry: inspection.entry,
    entries: inspection.entries,
    encoding: inspection.encoding,
    delimiter: inspection.delimiter,
    sheet: inspection.sheet,
    sheets: inspection.sheets.map(({ name }) => name),
    layout: layout && { id: layout.id, name: layout.name },
    kind: inspection.kind,
    otherTable: otherTable?.name ?? null,
    headerRow: inspection.headerRow,
    headers,
    sampleRows: sampleRows.slice(0, previewRows).map(({ line, cells }) => ({ line, cells })),
    choices: suggestion.choices,
    rivals: suggestion.rivals,
    units: suggestion.units,
    missing: suggestion.missing,
    ambiguous: suggestion.ambiguous,
    problems: inspection.problems.map(({ code, params }) => ({ code, params: { ...params } })),
    mapping: toMappingFile(mapping, headers, chosen?.name ?? inspection.file),
    mappingSaved: given === null && saved !== null,
    ready: otherTable === null && clear,
  };
}
