import type { PasteKept } from '#contract/paste';
import type { JobContext } from '../jobs/job-specs.ts';
import type { ImportStore, LinkDeriver, StagedRow } from '../ports/import-store.ts';

/** What the job works on; plain data, stored with it. */
export interface PasteJobParams {
  /** As the list of imports names it. */
  name: string;
  /** Length of the text, in UTF-16 units. */
  length: number;
  rows: StagedRow[];
}

export interface KeepDependencies {
  store: ImportStore;
  derive: LinkDeriver;
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  countLinks(): number;
}

/** Makes what was kept of a pasted text part of the catalog, as an import of its own that can be undone. */
export async function keepPaste(
  { store, derive, today, countLinks }: KeepDependencies,
  { name, length, rows }: PasteJobParams,
  { jobId, breathe, progress }: JobContext,
): Promise<PasteKept> {
  if (rows.length === 0) return { batchId: null, productIds: [], created: 0, linksAdded: 0 };
  const before = countLinks();
  const batchId = await store.createBatch({
    jobId,
    origin: 'paste',
    fileName: name,
    fileSha256: null,
    fileBytes: length,
    planJson: '{}',
    container: 'text',
    encoding: null,
    layout: null,
    headerRow: null,
    headers: [],
    dataDate: today,
  });
  await store.stage(batchId, rows, [], []);
  const { created } = await store.merge(batchId, derive, {
    breathe,
    progress: (done, total) => progress(done, total, 'merging'),
  });
  const productIds = [...new Set(rows.map(({ product }) => `${product.market}:${product.itemKey}`))];
  return { batchId, productIds, created, linksAdded: countLinks() - before };
}
