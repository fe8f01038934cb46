import type { PackRow, RowBlock, StagedRow } from '#app/ports/import-store';
import type { ReadingTask, ReadRows } from '#app/ports/read-rows';
import type { SpreadsheetFiles } from '#domain/import/file-inspection';
import type { RawRow } from '#domain/import/raw-row';
import { compileRowParser, type RowParser, withoutCutCells } from '#domain/import/row-parser';

/** Rows taken apart and handed on at once: with few the handing over dominates, many fill the memory. */
const rowsPerBlock = 1_000;

/** Rows of a hostile file hold a megabyte each. */
const charactersPerBlock = 1_600_000;

/** Reads with `files`; every row ends up in exactly one place: imported, rejected with its cells kept, or skipped with a remark. */
export function createRowReader(files: Pick<SpreadsheetFiles, 'readRows'>, packRow: PackRow): ReadRows {
  return async function* read({ batchId, path, plan, rowPlan }: ReadingTask, signal: AbortSignal) {
    const parse = compileRowParser(rowPlan);
    let block = emptyBlock();
    let characters = 0;
    for await (const rows of files.readRows(path, plan, signal)) {
      for (const row of rows) {
        sortRow(block, row, parse, (staged) => packRow(block.staged, batchId, staged));
        for (const cell of row.cells) characters += cell.length;
      }
      if (block.read < rowsPerBlock && characters < charactersPerBlock) continue;
      yield block;
      block = emptyBlock();
      characters = 0;
    }
    yield block;
  };
}

const emptyBlock = (): RowBlock => ({ read: 0, staged: { rows: 0, values: [] }, issues: [], rejects: [] });

function sortRow(block: RowBlock, raw: RawRow, parse: RowParser, stage: (row: StagedRow) => void): void {
  const { line, product, links, issues, extra } = parse(raw);
  block.read += 1;
  for (const issue of issues) block.issues.push(issue);
  if (product) stage({ line, product, links, extra });
  else if (issues.some((issue) => issue.effect === 'rejected'))
    block.rejects.push({ line, cells: withoutCutCells(raw).cells });
}
