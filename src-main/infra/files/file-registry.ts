import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { AppError } from '#contract/errors';
import type { FileRef, PickedFile } from '#contract/files';

interface Entry {
  path: string;
  name: string;
  mode: 'read' | 'write';
}

/** Opaque names for files. Pages only ever see the names, so no path can come from a page. */
export interface FileRegistry {
  register(path: string, name: string, mode: Entry['mode']): PickedFile;
  /** @throws AppError `NOT_FOUND` for an unknown name or the wrong mode */
  resolve(ref: FileRef, mode: Entry['mode']): { path: string; name: string };
}

/** Size to show; 0 where the system does not tell, which whoever reads the file will say better. */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

export function createFileRegistry(): FileRegistry {
  const entries = new Map<FileRef, Entry>();
  return {
    register(path, name, mode) {
      const ref = `file-${randomUUID()}`;
      entries.set(ref, { path, name, mode });
      return { ref, name, bytes: sizeOf(path) };
    },
    resolve(ref, mode) {
      const entry = entries.get(ref);
      if (entry?.mode !== mode)
        throw new AppError('NOT_FOUND', `no file ${ref} for ${mode}`, { params: { detail: '文件' } });
      return { path: entry.path, name: entry.name };
    },
  };
}
