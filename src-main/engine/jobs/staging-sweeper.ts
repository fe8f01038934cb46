import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from '#infra/sqlite/open-database';
import { sweepStaging } from '#infra/sqlite/repositories/sweep-staging';

/** Longer than a waiting writer sleeps between two tries: whoever ends the job that was cancelled comes first. */
const turnMs = 20;

interface Options {
  open(): Connection;
  onFailure(error: unknown): void;
}

/**
 * Deletes in the background what imports left behind that did not make it; one sweep at a time. What is asked for while
 * one runs is done after it: the running one may have passed the rows meant.
 * @returns resolves when everything asked for so far is done
 */
export function stagingSweeper({ open, onFailure }: Options): () => Promise<void> {
  let sweeping: Promise<void> | null = null;
  let askedAgain = false;

  async function sweep(): Promise<void> {
    const db = open();
    try {
      await sweepStaging(db, () => sleep(turnMs));
    } finally {
      db.close();
    }
  }

  async function sweepAll(): Promise<void> {
    try {
      do {
        askedAgain = false;
        await sweep();
      } while (askedAgain);
    } catch (error) {
      onFailure(error);
    } finally {
      sweeping = null;
    }
  }

  return () => {
    askedAgain = true;
    sweeping ??= sweepAll();
    return sweeping;
  };
}
