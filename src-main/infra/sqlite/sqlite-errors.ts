import { AppError } from '#contract/errors';

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** Whether another connection holds the write lock; the caller may simply try again. */
export function isBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY') || codeOf(error).startsWith('SQLITE_LOCKED');
}

/** Whether the disk has no room for what was to be written. */
export function isFull(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_FULL');
}

/** Why no folder can be made or written: no right to, a file in its place, no such drive. */
const noFolderCodes: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT']);

/** Maps SQLite's and the file system's result codes to ours; anything else is returned as it came (a bug). */
export function asSqliteError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const detail = error instanceof Error ? error.message : String(error);
  const as = (ours: ConstructorParameters<typeof AppError>[0]): AppError =>
    new AppError(ours, detail, { params: { detail }, cause: error });
  if (isBusy(error)) return as('DB_BUSY');
  if (isFull(error) || code === 'ENOSPC') return as('DISK_FULL');
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return as('DB_CORRUPT');
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN') || noFolderCodes.has(code))
    return as('DB_READONLY');
  if (code.startsWith('SQLITE_IOERR')) return as('IO');
  return error;
}
