import type { FinishedTopTask, TopTask } from '#app/ports/top-store';
import type { GainedRow } from '#domain/top/gained-row';
import type { TopRefusal } from '#domain/top/top-refusal';
import { shownRefusal } from './shown-refusal.ts';

type Positioned = Pick<TopTask, 'position'>;

/** @param day in Asia/Shanghai, YYYY-MM-DD, on which the platform said it */
export const doneTask = ({ position }: Positioned, row: GainedRow, day: string): FinishedTopTask => ({
  position,
  state: 'done',
  refusal: null,
  gained: { row, day },
});

export const failedTask = (
  { position }: Positioned,
  refused: TopRefusal,
  state: 'failed' | 'skipped' = 'failed',
): FinishedTopTask => ({ position, state, refusal: shownRefusal(refused), gained: null });
