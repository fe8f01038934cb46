import { z } from 'zod';
import type { MessageParams } from './messages/format-message.ts';
import type { ImportFileCode } from './messages/import-file-messages.ts';
import type { MappingChoice, MappingRival } from '#domain/import/suggest-mapping';
import type { UnitChoice } from '#domain/import/suggest-units';
import type { MappingFile } from '#domain/import/mapping-file';
import type { TargetField } from '#domain/import/target-fields';
import { nothing, offsetLimit, type Page, rowId } from './common.ts';
import { limits } from './limits.ts';
import type { ErrorData } from './errors.ts';
import { type FileRef, fileRef } from './files.ts';
import type { JobSnapshot } from './jobs.ts';

export const importEncodings = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const;

/** Something about a file as a whole that does not stop it from being read, e.g. sheets left out. */
export interface ImportRemark {
  code: ImportFileCode;
  params: MessageParams;
}

/** What the user settles about one file instead of the program. */
const readingChoices = {
  entry: z.string().max(1000).optional(),
  encoding: z.enum(importEncodings).optional(),
  delimiter: z.string().min(1).max(1).optional(),
  sheet: z.string().max(200).optional(),
  headerRow: z.int().min(0).max(1_000_000).optional(),
};

/** Checked for its meaning by domain/import/mapping-file. */
const mappingFile = z.record(z.string().max(60), z.unknown());

export interface ImportPreview {
  file: string;
  bytes: number;
  container: string;
  entry: string | null;
  entries: string[];
  encoding: string | null;
  delimiter: string | null;
  sheet: string | null;
  sheets: string[];
  layout: { id: string; name: { zh: string; en: string } } | null;
  kind: 'products' | 'order-report' | 'other-known' | 'unknown';
  /** Name of the kind of report when it holds no products. */
  otherTable: { zh: string; en: string } | null;
  headerRow: number;
  headers: string[];
  /** First data rows, for the preview and the mapping screen. */
  sampleRows: { line: number; cells: string[] }[];
  choices: MappingChoice[];
  rivals: MappingRival[];
  units: UnitChoice[];
  missing: TargetField[];
  ambiguous: { field: TargetField; columns: number[] }[];
  problems: ImportRemark[];
  /** What would be used as it stands: saved for these headers, or guessed. */
  mapping: MappingFile;
  mappingSaved: boolean;
  /** Whether it can be imported without further choices. */
  ready: boolean;
}

export type ReadingChoices = { [Choice in keyof typeof readingChoices]?: z.infer<(typeof readingChoices)[Choice]> };

export const importFileChoice = z
  .object({ ref: fileRef, ...readingChoices, mapping: mappingFile.nullable(), saveMapping: z.boolean() })
  .strict();
export type ImportFileChoice = z.infer<typeof importFileChoice>;

export interface ImportFormat {
  container: string;
  encoding: string | null;
  layout: string | null;
  headerRow: number;
}

/** What became of one file (or one member of an archive). */
export interface ImportFileResult {
  file: string;
  batchId: number | null;
  format: ImportFormat | null;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  /** Remarks about cells and rows, rejected ones included. */
  issues: number;
  /** The same bytes were imported before: nothing had to be read. */
  knownFile: boolean;
  remarks: ImportRemark[];
  error: ErrorData | null;
}

export interface ImportJobResult {
  files: ImportFileResult[];
  catalog: { products: number; links: number };
}

export interface ImportBatchRow {
  id: number;
  fileName: string;
  origin: 'file' | 'paste' | 'top' | 'demo';
  format: ImportFormat;
  dataDate: string;
  state: 'staging' | 'merged' | 'undone' | 'cancelled' | 'failed';
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  issues: number;
  error: ErrorData | null;
  startedAt: string;
  finishedAt: string | null;
  undoneAt: string | null;
}

export const issueEffects = ['rejected', 'repaired', 'dropped', 'note', 'skipped'] as const;

export interface ImportIssueRow {
  line: number;
  column: string;
  code: string;
  effect: (typeof issueEffects)[number];
  value: string;
  params: Record<string, string | number>;
}

export const rejectFormats = ['xlsx', 'csv'] as const;
export type RejectFormat = (typeof rejectFormats)[number];

const issueFilter = {
  batchId: rowId,
  code: z.string().max(60).optional(),
  effect: z.enum(issueEffects).optional(),
};

export const importInputs = {
  'import.preview': z.object({ ref: fileRef, ...readingChoices, mapping: mappingFile.nullable() }).strict(),
  'import.start': z.object({ files: z.array(importFileChoice).min(1).max(limits.filesPerImport) }).strict(),
  'import.demo': nothing,
  'import.batches': z.object({ ...offsetLimit }).strict(),
  'import.batch': z.object({ id: rowId }).strict(),
  'import.issues': z.object({ ...issueFilter, ...offsetLimit }).strict(),
  'import.issueGroups': z.object({ batchId: rowId }).strict(),
  /** Writes the rejected rows of an import, as they stood, with the reasons in front: to be repaired and imported again. */
  'import.exportRejects': z
    .object({ batchId: rowId, format: z.enum(rejectFormats), target: fileRef.nullable() })
    .strict(),
  'import.undo': z.object({ batchId: rowId }).strict(),
};

export interface ImportOutputs {
  'import.preview': ImportPreview;
  'import.start': JobSnapshot;
  'import.demo': JobSnapshot;
  'import.batches': Page<ImportBatchRow>;
  'import.batch': ImportBatchRow;
  'import.issues': Page<ImportIssueRow>;
  'import.issueGroups': { code: string; effect: (typeof issueEffects)[number]; column: string; issues: number }[];
  'import.exportRejects': { ref: FileRef; name: string; rows: number };
  'import.undo': JobSnapshot;
}
