import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { exportRejects } from '#app/import/export-rejects';
import { AppError } from '#contract/errors';
import type { RejectFormat } from '#contract/import';
import { rejectsFileName } from '#domain/import/rejects-file-name';
import { freePath } from '#infra/files/free-path';
import { tableWriter } from '#infra/spreadsheet/table-writer';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type BatchMethods =
  | 'import.batches'
  | 'import.batch'
  | 'import.issues'
  | 'import.issueGroups'
  | 'import.exportRejects'
  | 'import.undo';

/** Rows of a sheet below its header. */
const sheetRows = 1_048_575;

/** Imports that were made: what became of their rows, handing the bad ones back, undoing. */
export function batchHandlers(engine: Engine): Pick<Handlers, BatchMethods> {
  const { files, jobs, batches, settings } = engine;

  /** @throws AppError `NOT_FOUND`; `CONFLICT` when there is nothing to write, or more than a sheet holds */
  function rejectsPath(batchId: number, format: RejectFormat, target: string | null): string {
    const { rejected, fileName } = batches.byId(batchId);
    const detail = rejected === 0 ? '这次导入没有未导入的行' : '行数超过 Excel 工作表的上限，请导出为 CSV';
    if (rejected === 0 || (format === 'xlsx' && rejected > sheetRows))
      throw new AppError('CONFLICT', `${rejected} rejected rows as ${format}`, { params: { detail } });
    if (target !== null) return files.resolve(target, 'write').path;
    mkdirSync(engine.paths.exports, { recursive: true });
    return freePath(engine.paths.exports, rejectsFileName(fileName), `.${format}`);
  }

  return {
    'import.batches': ({ offset, limit }) => batches.page(offset, limit),
    'import.batch': ({ id }) => batches.byId(id),
    'import.issues': ({ offset, limit, ...filter }) => batches.issues(filter, offset, limit),
    'import.issueGroups': ({ batchId }) => batches.issueGroups(batchId),
    'import.exportRejects': async ({ batchId, format, target }, { signal }) => {
      const path = rejectsPath(batchId, format, target);
      const locale = settings.get().language;
      const rows = await exportRejects({ batches, writer: tableWriter }, { batchId, path, format, locale, signal });
      const { ref, name } = files.register(path, basename(path), 'read');
      return { ref, name, rows };
    },
    'import.undo': ({ batchId }) => jobs.start('undo', batches.byId(batchId).fileName, { batchId }),
  };
}
