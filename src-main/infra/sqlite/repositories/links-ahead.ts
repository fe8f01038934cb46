import type { LinkBlock } from './link-block.ts';
import type { ImportingBatch } from './staged-links.ts';
import type { RowRange } from './staged-rows.ts';

export interface AheadTask {
  batch: ImportingBatch;
  range: RowRange;
}

/** Links of a range of staged rows that another thread recognises while this one stores what came before. */
export interface LinksAhead {
  /** The links of the next part of the range, see `turnsOf`. @throws whatever ended the other thread */
  next(): Promise<LinkBlock>;
  /** Ends the thread, wherever it is. */
  end(): Promise<void>;
}

export type RecogniseAhead = (task: AheadTask) => LinksAhead;
