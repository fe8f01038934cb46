import type { Connection } from '#infra/sqlite/open-database';
import { sweepStaging } from '#infra/sqlite/repositories/sweep-staging';

interface Options {
  open(): Connection;
  onFailure(error: unknown): void;
}

/** Deletes in the background what imports left behind that did not make it; one sweep at a time. */
export function stagingSweeper({ open, onFailure }: Options): () => void {
  let sweeping: Promise<void> | null = null;

  async function sweep(): Promise<void> {
    const db = open();
    try {
      await sweepStaging(db, () => new Promise((resolve) => setImmediate(resolve)));
    } finally {
      db.close();
    }
  }

  return () => {
    sweeping ??= sweep()
      .catch(onFailure)
      .finally(() => {
        sweeping = null;
      });
  };
}
