import { basename } from 'node:path';
import type { ReadRows, ReadingTask } from '#app/ports/read-rows';
import type { RowBlock } from '#app/ports/import-store';
import { withFileName } from '#contract/errors';
import { startAhead } from './ahead-thread.ts';
import { cancelled, fileFailure, isOutOfMemory } from './spreadsheet/file-failure.ts';

/** Smaller files are read before a thread has begun. */
const bytesWorthAThread = 2_000_000;

/**
 * Reads large files in a thread of their own, ahead of whoever stores their rows.
 * @param url URL of rows-ahead-worker, resolved by the entry file because bundling moves modules
 * @param readHere for small files
 */
export function rowsAheadThread(url: URL, readHere: ReadRows): ReadRows {
  return (task, signal) =>
    task.plan.stamp.size < bytesWorthAThread ? readHere(task, signal) : readAhead(url, task, signal);
}

async function* readAhead(url: URL, task: ReadingTask, signal: AbortSignal): AsyncGenerator<RowBlock> {
  if (signal.aborted) throw cancelled();
  const thread = startAhead<RowBlock>({ url, name: 'rows-ahead', itemsAhead: 3 }, task);
  const onAbort = (): void => void thread.end();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for (let block = await thread.next(); block !== null; block = await thread.next()) yield block;
  } catch (error) {
    if (signal.aborted) throw cancelled();
    if (!isOutOfMemory(error)) throw error;
    throw withFileName(fileFailure('workbook-too-large', {}, error), basename(task.path));
  } finally {
    signal.removeEventListener('abort', onAbort);
    await thread.end();
  }
}
