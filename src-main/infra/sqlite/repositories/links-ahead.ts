import type { Ahead } from '#infra/ahead-thread';
import type { LinkBlock } from './link-block.ts';
import type { ImportingBatch } from './staged-links.ts';
import type { RowRange } from './staged-rows.ts';

export interface AheadTask {
  batch: ImportingBatch;
  range: RowRange;
}

/**
 * Recognises the links of a range of staged rows in another thread while this one stores what came before: those of one
 * part of the range after the other, see `turnsOf`.
 */
export type RecogniseAhead = (task: AheadTask) => Ahead<LinkBlock>;
