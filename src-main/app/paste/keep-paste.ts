import type { PasteKept } from '#contract/paste';
import { mergeRows, type MergeRowsDependencies } from '../import/merge-rows.ts';
import type { JobContext } from '../jobs/job-specs.ts';
import type { StagedRow } from '../ports/import-store.ts';

/** What the job works on; plain data, stored with it. */
export interface PasteJobParams {
  /** As the list of imports names it. */
  name: string;
  /** Length of the text, in UTF-16 units. */
  length: number;
  rows: StagedRow[];
}

export interface KeepDependencies extends MergeRowsDependencies {
  /** Today in Asia/Shanghai, YYYY-MM-DD. */
  today: string;
  countLinks(): number;
}

/** Makes what was kept of a pasted text part of the catalog, as an import of its own that can be undone. */
export async function keepPaste(
  deps: KeepDependencies,
  { name, length, rows }: PasteJobParams,
  context: JobContext,
): Promise<PasteKept> {
  if (rows.length === 0) return { batchId: null, productIds: [], created: 0, linksAdded: 0 };
  const { today, countLinks } = deps;
  const before = countLinks();
  const text = { origin: 'paste', fileName: name, fileBytes: length, container: 'text', dataDate: today } as const;
  const { batchId, created } = await mergeRows(deps, text, rows, context);
  const productIds = [...new Set(rows.map(({ product }) => `${product.market}:${product.itemKey}`))];
  return { batchId, productIds, created, linksAdded: countLinks() - before };
}
