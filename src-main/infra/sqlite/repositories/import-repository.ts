import type {
  BatchCounts,
  ImportStore,
  LinkDeriver,
  MergeContext,
  NewBatch,
  PackedRows,
  RowBlock,
  StagedRow,
} from '#app/ports/import-store';
import { AppError, type ErrorData } from '#contract/errors';
import { type Connection, patientCheckpointPages } from '../open-database.ts';
import { bumpRevision } from '../revision.ts';
import { longWriteWhenFree } from '../write-when-free.ts';
import { CatalogMerge } from './catalog-merge.ts';
import type { RecogniseAhead } from './links-ahead.ts';
import { ImportStaging } from './import-staging.ts';
import { packRow } from './packed-rows.ts';

/** With half of it the merge of 200,000 rows took 1.4 times as long on a busy machine; twice as much made it no faster. */
const cacheKilobytes = 32_768;

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}

/** {@link ImportStore} over one connection that only imports and undoes. */
export class ImportRepository implements ImportStore {
  readonly #db: Connection;
  readonly #staging: ImportStaging;
  readonly #now: () => Date;
  readonly #onChanged: () => void;
  readonly #recogniseAhead: RecogniseAhead | null;

  /**
   * @param onChanged runs inside the transaction that changed the catalog, as its last part
   * @param recogniseAhead another thread for the links of long imports, which are recognised here without it
   */
  constructor(
    db: Connection,
    now: () => Date,
    onChanged: () => void = () => undefined,
    recogniseAhead: RecogniseAhead | null = null,
  ) {
    this.#db = db;
    this.#now = now;
    this.#onChanged = onChanged;
    this.#recogniseAhead = recogniseAhead;
    this.#staging = new ImportStaging(db, now);
    db.pragma(`wal_autocheckpoint = ${patientCheckpointPages}`);
    db.pragma(`cache_size = -${cacheKilobytes}`);
  }

  createBatch(batch: NewBatch): Promise<number> {
    return this.#staging.createBatch(batch);
  }

  findSameRows(fileSha256: string, planJson: string): number | null {
    return this.#staging.findSameRows(fileSha256, planJson);
  }

  shareRows(batchId: number, rowsOfBatch: number): Promise<void> {
    return this.#staging.shareRows(batchId, rowsOfBatch);
  }

  stage(batchId: number, rows: readonly StagedRow[]): Promise<void> {
    const staged: PackedRows = { rows: 0, values: [] };
    for (const row of rows) packRow(staged, batchId, row);
    const block = { read: rows.length, staged, issues: [], rejects: [] };
    return this.stageBlocks(batchId, only(block), () => Promise.resolve());
  }

  stageBlocks(
    batchId: number,
    blocks: AsyncIterable<RowBlock>,
    afterEach: (block: RowBlock) => Promise<void>,
  ): Promise<void> {
    return this.#staging.stage(batchId, blocks, afterEach);
  }

  countIssues(batchId: number): number {
    return Number(this.#db.prepare('SELECT count(*) FROM import_issue WHERE batch_id = ?').pluck().get(batchId));
  }

  discard(batchId: number, state: 'cancelled' | 'failed', error: ErrorData | null): Promise<void> {
    return this.#staging.discard(batchId, state, error);
  }

  merge(batchId: number, derive: LinkDeriver, context: MergeContext & { alongside?(): void }): Promise<BatchCounts> {
    return longWriteWhenFree(this.#db, async () => {
      const merge = new CatalogMerge(this.#db, derive, this.#now, this.#recogniseAhead);
      const counts = await merge.merge(batchId, context);
      this.#db
        .prepare(
          `UPDATE import_batch SET rows = @rows, created = @created, updated = @updated, unchanged = @unchanged,
             rejected = @rejected, finished_at = @finishedAt WHERE id = @batchId`,
        )
        .run({ ...counts, finishedAt: this.#now().toISOString(), batchId });
      context.alongside?.();
      bumpRevision(this.#db);
      this.#onChanged();
      return counts;
    });
  }

  undo(batchId: number, derive: LinkDeriver, context: MergeContext): Promise<{ products: number }> {
    return longWriteWhenFree(this.#db, async () => {
      const state = this.#db.prepare('SELECT state FROM import_batch WHERE id = ?').pluck().get(batchId);
      if (state !== 'merged')
        throw new AppError('CONFLICT', `batch ${batchId} is ${String(state)}`, {
          params: { detail: '这次导入不在目录中，无法撤销' },
        });
      const products = await new CatalogMerge(this.#db, derive, this.#now).undo(batchId, context);
      this.#db.prepare('UPDATE import_batch SET undone_at = ? WHERE id = ?').run(this.#now().toISOString(), batchId);
      this.#dropUnusedRows(batchId);
      bumpRevision(this.#db);
      this.#onChanged();
      return { products };
    });
  }

  /** Rows of an undone batch go, unless a re-import of the same bytes still stands on them. */
  #dropUnusedRows(batchId: number): void {
    this.#db
      .prepare(
        `DELETE FROM import_row WHERE batch_id = (SELECT coalesce(rows_of_batch, id) FROM import_batch WHERE id = @batchId)
           AND NOT EXISTS (SELECT 1 FROM import_batch b WHERE b.state = 'merged' AND coalesce(b.rows_of_batch, b.id) = import_row.batch_id)`,
      )
      .run({ batchId });
  }
}
