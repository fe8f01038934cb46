import { createRowReader } from '#app/import/read-rows';
import type { ReadingTask } from '#app/ports/read-rows';
import { serveAhead } from '#infra/ahead-thread';
import { createSpreadsheetFiles } from '#infra/spreadsheet/spreadsheet-files';
import { packRow } from '#infra/sqlite/repositories/packed-rows';

const read = createRowReader(createSpreadsheetFiles(new URL('./legacy-sheet-worker.js', import.meta.url)), packRow);

/** Whoever cancels ends the thread. */
const neverAborted = new AbortController().signal;

/** Thread entry: reads the rows of a file, block after block. */
serveAhead((task: ReadingTask) => read(task, neverAborted));
