import { useEffect, useReducer, useState } from 'react';
import { RowTurns } from './row-turns.ts';

/**
 * Spreads rows that are new all at once, after a jump or when their page arrives, over a few frames; until its turn a row
 * is shown as one that is still being read.
 * @returns the row at an index if it may be drawn in this frame
 */
export function useRowsByTurns<Row>(
  first: number,
  last: number,
  rowAt: (index: number) => Row | undefined,
): (index: number) => Row | undefined {
  const [turns] = useState(() => new RowTurns());
  const [, goOn] = useReducer((turn: number) => turn + 1, 0);
  const turn = turns.next(first, last, (index) => rowAt(index) !== undefined);
  useEffect(() => {
    turns.keep(turn);
    if (!turn.more) return;
    const frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  }, [turns, turn]);
  return (index) => (turn.drawn.has(index) ? rowAt(index) : undefined);
}
