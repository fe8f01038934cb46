import type { NewBatch } from '#app/ports/import-store';

/** An import of a CSV file as the store takes it; tests of what comes after do not care what the file was. */
export function newBatch(fileName: string, dataDate = '2026-11-23'): NewBatch {
  return {
    jobId: null,
    origin: 'file',
    fileName,
    fileSha256: fileName,
    fileBytes: 1,
    planJson: '{}',
    container: 'csv',
    encoding: 'utf-8',
    layout: null,
    headerRow: 1,
    headers: [],
    dataDate,
  };
}
