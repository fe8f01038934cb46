import { Worker } from 'node:worker_threads';
import type { RawRow } from '#domain/import/raw-row';
import type { Sheet } from '#domain/import/file-inspection';
import { cancelled, fileFailure, isOutOfMemory } from './file-failure.ts';
import type { LegacyAnswer, LegacyCommand, LegacyRequest } from './legacy-messages.ts';
import { readingLimits } from './reading-limits.ts';
import type { Table } from './table.ts';
import type { TableInput } from './table-input.ts';

interface LegacyThread {
  sheets: Sheet[];
  next(sheet: string): Promise<RawRow[]>;
  end(): Promise<void>;
}

/** Starts the reading thread, which takes the bytes over, and waits until it knows the sheets. */
async function startThread(workerUrl: URL, request: LegacyRequest, signal?: AbortSignal): Promise<LegacyThread> {
  const worker = new Worker(workerUrl, {
    workerData: request,
    transferList: [request.bytes.buffer],
    name: 'spreadsheet',
    resourceLimits: { maxOldGenerationSizeMb: readingLimits.workerHeapMb },
  });

  const answerOf = async (): Promise<LegacyAnswer> => {
    const { promise, resolve, reject } = Promise.withResolvers<LegacyAnswer>();
    const onAbort = () => reject(cancelled());
    const onError = (error: unknown) => {
      reject(fileFailure(isOutOfMemory(error) ? 'workbook-too-large' : 'workbook-damaged', {}, error));
    };
    const onExit = () => reject(fileFailure('workbook-damaged'));
    if (signal?.aborted) onAbort();
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.once('message', resolve).once('error', onError).once('exit', onExit);
    try {
      const answer = await promise;
      if (answer.type === 'failed') throw fileFailure(answer.reason);
      return answer;
    } catch (error) {
      await worker.terminate();
      throw error;
    } finally {
      signal?.removeEventListener('abort', onAbort);
      worker.off('message', resolve).off('error', onError).off('exit', onExit);
    }
  };

  const first = await answerOf();
  return {
    sheets: first.type === 'sheets' ? first.sheets : [],
    async next(sheet) {
      worker.postMessage({ type: 'next', sheet } satisfies LegacyCommand);
      const answer = await answerOf();
      return answer.type === 'rows' ? answer.rows : [];
    },
    async end() {
      await worker.terminate();
    },
  };
}

/** How much of a workbook to parse. */
export interface LegacyExtent {
  /** Only this sheet; null for all. */
  sheet: string | null;
  /** Rows per sheet; 0 for all. */
  upTo: number;
}

/**
 * Opens a .xls, or a .xls that is really an HTML or XML table. It is parsed at once, as far as `extent` says, in a thread
 * that lives until the table is closed; each sheet's rows can be taken once.
 * @param workerUrl URL of legacy-sheet-worker, resolved by the entry file because bundling moves modules
 */
export async function openLegacyTable(
  input: TableInput,
  container: LegacyRequest['container'],
  extent: LegacyExtent,
  workerUrl: URL,
  signal?: AbortSignal,
): Promise<Table> {
  const thread = await startThread(workerUrl, { bytes: await input.whole(), container, ...extent }, signal);
  return {
    container,
    encoding: null,
    delimiter: null,
    sheets: thread.sheets,
    remarks: [],
    async *rows(sheet) {
      if (sheet === null || !thread.sheets.some(({ name }) => name === sheet)) {
        throw fileFailure('sheet-missing', { sheet: sheet ?? '' });
      }
      for (let rows = await thread.next(sheet); rows.length > 0; rows = await thread.next(sheet)) yield rows;
    },
    close: () => thread.end(),
  };
}
