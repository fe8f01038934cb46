import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '#contract/errors';
import type { ImportFileCode } from '#contract/messages/import-file-messages';
import type { RawRow } from '#domain/import/raw-row';
import type { LegacyAnswer, LegacyCommand, LegacyRequest } from './legacy-messages.ts';
import { parseLegacyWorkbook } from './legacy-workbook.ts';

/** Thread entry: parses one workbook and hands out its rows when asked. */
function serve(
  answer: (message: LegacyAnswer) => void,
  onCommand: (listener: (command: LegacyCommand) => void) => void,
) {
  const workbook = parseLegacyWorkbook(workerData as LegacyRequest);
  const readers = new Map<string, Generator<RawRow[]>>();
  onCommand(({ sheet }) => {
    const reader = readers.get(sheet) ?? workbook.rows(sheet);
    readers.set(sheet, reader);
    const { done, value } = reader.next();
    answer({ type: 'rows', rows: done ? [] : value });
  });
  answer({ type: 'sheets', sheets: workbook.sheets });
}

const port = parentPort;
if (port) {
  try {
    serve(
      (message) => port.postMessage(message),
      (listener) => port.on('message', listener),
    );
  } catch (error) {
    const reason = error instanceof AppError ? (error.params?.['reason'] as ImportFileCode) : 'workbook-damaged';
    port.postMessage({ type: 'failed', reason } satisfies LegacyAnswer);
  }
}
