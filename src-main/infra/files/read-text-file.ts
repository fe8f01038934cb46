import { readFile, stat } from 'node:fs/promises';
import { AppError, withFileName } from '#contract/errors';
import { createTextDecoding, detectEncoding } from '../spreadsheet/text-encoding.ts';
import { fileFailure, fromSystemError } from '../spreadsheet/file-failure.ts';

/**
 * Reads a small text file in whatever encoding Chinese spreadsheets and editors write: UTF-8, GB18030, UTF-16.
 * @throws AppError `FILE_UNREADABLE` (too large, no text), `FILE_GONE`
 */
export async function readTextFile(path: string, name: string, mostBytes: number): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) {
      const [mb, most] = [(size / 1_000_000).toFixed(1), (mostBytes / 1_000_000).toFixed(0)];
      throw fileFailure('text-too-large', { mb, most });
    }
    const bytes = await readFile(path);
    const decoding = createTextDecoding(detectEncoding(bytes.subarray(0, 65_536)).encoding);
    const text = decoding.push(bytes) + decoding.finish();
    if (text.includes('\0'))
      throw new AppError('FILE_UNREADABLE', 'no text file', { params: { file: name, detail: '不是文本文件' } });
    return text;
  } catch (error) {
    throw withFileName(fromSystemError(error), name);
  }
}
