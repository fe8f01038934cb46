import { mkdirSync } from 'node:fs';
import { basename, extname, parse, resolve } from 'node:path';
import { limits } from '#contract/limits';
import { AppError } from '#contract/errors';
import {
  type ImportFileResult,
  type ImportIssueRow,
  type ImportJobResult,
  importEncodings,
  type RejectFormat,
  rejectFormats,
} from '#contract/import';
import { describeImportIssue } from '#contract/messages/describe-import-issue';
import { errorMessages } from '#contract/messages/error-messages';
import { importFileMessages } from '#contract/messages/import-file-messages';
import { fillMessage } from '#contract/messages/format-message';
import { isImportIssueCode } from '#contract/messages/import-messages';
import { rejectsFileName } from '#domain/import/rejects-file-name';
import { freePath } from '#infra/files/free-path';
import type { Transport } from '#rpc/transport';
import type { Command, CommandContext, OptionValues } from '../command.ts';
import { textOption } from '../options.ts';
import { readTextFile } from '../read-text-file.ts';
import { waitForJob } from '../run-job.ts';
import { UsageError } from '../usage-error.ts';

async function allIssues(engine: Transport, batchId: number): Promise<ImportIssueRow[]> {
  const issues: ImportIssueRow[] = [];
  for (;;) {
    const page = await engine.call('import.issues', { batchId, offset: issues.length, limit: limits.pageRows });
    issues.push(...page.items);
    if (page.items.length < limits.pageRows) return issues;
  }
}

function issueText(issue: ImportIssueRow): { message: string; advice: string } {
  if (!isImportIssueCode(issue.code)) return { message: issue.code, advice: '' };
  return describeImportIssue(issue.code, { column: issue.column, value: issue.value, ...issue.params }, 'zh-CN');
}

const isRejectFormat = (ending: string): ending is RejectFormat => rejectFormats.some((format) => format === ending);

/**
 * Where the rejected rows of each file go. PATH.xlsx and PATH.csv name the file, anything else a folder for one workbook
 * each. A name that is taken, be it by the list itself, becomes `PATH (2)`.
 */
function rejectsPaths(given: string | undefined): (result: ImportFileResult) => string | null {
  if (given === undefined) return () => null;
  const path = resolve(given);
  const { dir, name, ext } = parse(path);
  const isFile = isRejectFormat(ext.slice(1).toLowerCase());
  mkdirSync(isFile ? dir : path, { recursive: true });
  return ({ rejected, file }) => {
    if (rejected === 0) return null;
    return isFile ? freePath(dir, name, ext) : freePath(path, rejectsFileName(file), '.xlsx');
  };
}

async function writeRejects(engine: Transport, batchId: number, path: string): Promise<void> {
  const format = extname(path).slice(1).toLowerCase() as RejectFormat;
  const { ref } = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'write' });
  await engine.call('import.exportRejects', { batchId, format, target: ref });
}

async function fileJson(
  engine: Transport,
  result: ImportFileResult,
  rejectsPath: string | null,
): Promise<Record<string, unknown>> {
  const issues = result.batchId === null ? [] : await allIssues(engine, result.batchId);
  const { error } = result;
  if (rejectsPath !== null && result.batchId !== null) await writeRejects(engine, result.batchId, rejectsPath);
  return {
    file: result.file,
    format: result.format,
    rows: result.rows,
    created: result.created,
    updated: result.updated,
    unchanged: result.unchanged,
    rejected: result.rejected,
    remarks: result.remarks.map(({ code, params }) => ({
      code,
      message: fillMessage(importFileMessages[code], params, 'zh-CN'),
    })),
    issues: issues.map((issue) => ({
      line: issue.line,
      column: issue.column,
      code: issue.code,
      effect: issue.effect,
      value: issue.value,
      ...issueText(issue),
    })),
    ...(rejectsPath === null ? {} : { rejectsFile: rejectsPath }),
    ...(error
      ? { error: { code: error.code, message: fillMessage(errorMessages[error.code], error.params ?? {}, 'zh-CN') } }
      : {}),
  };
}

function fileText(json: Record<string, unknown>): string[] {
  const error = json['error'] as { message: string } | undefined;
  if (error) return [`✗ ${String(json['file'])}：${error.message}`];
  const counts = `${Number(json['rows'])} 行，新增 ${Number(json['created'])}，更新 ${Number(json['updated'])}，未变 ${Number(json['unchanged'])}，拒绝 ${Number(json['rejected'])}`;
  const issues = (json['issues'] as { line: number; effect: string; message: string; advice: string }[]).map(
    ({ line, effect, message, advice }) =>
      `    第 ${line} 行 ${effect === 'rejected' ? '【未导入】' : ''}${message}${advice}`,
  );
  const remarks = (json['remarks'] as { message: string }[]).map(({ message }) => `    ${message}`);
  const { rejectsFile } = json as { rejectsFile?: string };
  const saved = rejectsFile === undefined ? [] : [`    未导入的行：${rejectsFile}`];
  return [`✓ ${String(json['file'])}：${counts}`, ...remarks, ...issues, ...saved];
}

function readMapping(path: string | undefined): Record<string, unknown> | null {
  if (path === undefined) return null;
  const text = readTextFile(path);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    const detail = '映射文件不是 JSON，请用“导出映射”得到的文件，或按 README 的说明写';
    throw new AppError('FILE_UNREADABLE', `mapping file ${path} is no JSON`, {
      params: { file: path, detail },
      cause: error,
    });
  }
}

export interface ImportedFiles {
  /** What the command prints for each file. */
  files: Record<string, unknown>[];
  catalog: ImportJobResult['catalog'];
  /** What came of the files that could be read, in their order. */
  batchIds: number[];
}

/** The name the Encoding Standard has for a label, with the larger set for GBK and GB 2312, as the reader takes them. */
function standardName(label: string): string {
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name;
  } catch {
    return label;
  }
}

function encodingOption(options: OptionValues): (typeof importEncodings)[number] | undefined {
  const wanted = textOption(options, 'encoding');
  if (wanted === undefined) return undefined;
  const encoding = importEncodings.find((each) => each === wanted || each === standardName(wanted));
  if (encoding === undefined) throw new UsageError(`未知的编码“${wanted}”，可用：${importEncodings.join(', ')}`);
  return encoding;
}

/** Imports files, however many. */
export async function importFiles(
  { engine, options, say }: CommandContext,
  paths: readonly string[],
): Promise<ImportedFiles> {
  const mapping = readMapping(textOption(options, 'mapping'));
  const encoding = encodingOption(options);
  const sheet = textOption(options, 'sheet');
  const rejectsPath = rejectsPaths(textOption(options, 'rejects'));
  const files = [];
  for (const path of paths) {
    const absolute = resolve(path);
    const { ref } = await engine.call('internal.registerFile', {
      path: absolute,
      name: basename(absolute),
      mode: 'read',
    });
    const choices = { ...(encoding === undefined ? {} : { encoding }), ...(sheet === undefined ? {} : { sheet }) };
    files.push({ ref, mapping, saveMapping: mapping !== null, ...choices });
  }
  const json: Record<string, unknown>[] = [];
  const batchIds: number[] = [];
  let catalog: ImportJobResult['catalog'] = { products: 0, links: 0 };
  for (let from = 0; from < files.length; from += limits.filesPerImport) {
    const started = await engine.call('import.start', { files: files.slice(from, from + limits.filesPerImport) });
    const result = (await waitForJob(engine, started, say)).result as ImportJobResult;
    for (const file of result.files) {
      json.push(await fileJson(engine, file, rejectsPath(file)));
      if (file.batchId !== null) batchIds.push(file.batchId);
    }
    catalog = result.catalog;
  }
  return { files: json, catalog, batchIds };
}

export const importCommand: Command = {
  summary: '导入商品文件（CSV、TSV、XLSX、XLS、ZIP）',
  usage:
    'import 文件… [--mapping 映射.json] [--sheet 工作表] [--rejects 文件.xlsx|文件.csv|文件夹] [--encoding utf-8|gb18030|utf-16le|utf-16be|big5]',
  options: {
    mapping: { type: 'string' },
    sheet: { type: 'string' },
    rejects: { type: 'string' },
    encoding: { type: 'string' },
  },
  needs: 'catalog',
  async run(context) {
    if (context.positionals.length === 0) throw new UsageError(`没有要导入的文件\n用法：${this.usage}`);
    const { files, catalog } = await importFiles(context, context.positionals);
    const text = [...files.flatMap(fileText), `目录：${catalog.products} 件商品，${catalog.links} 条链接`].join('\n');
    const allFailed = files.every((file) => 'error' in file);
    return { json: { files, catalog }, text, exitCode: allFailed ? 1 : 0 };
  },
};
