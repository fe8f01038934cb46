import { readFileSync } from 'node:fs';
import { AppError } from '#contract/errors';

const sentences: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
};

/** Bytes as text: UTF-8, else GB18030, which is what Windows programs here write. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/**
 * A text file as text, in whichever encoding it is.
 * @throws AppError `FILE_UNREADABLE`
 */
export function readTextFile(path: string): string {
  try {
    return decodeText(readFileSync(path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const detail = sentences[code] ?? String(error);
    throw new AppError('FILE_UNREADABLE', `cannot read ${path}: ${code}`, {
      params: { file: path, detail },
      cause: error,
    });
  }
}
