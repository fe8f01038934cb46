import type { SequenceContext } from '../grammar/sequence.ts';
import { closeMark, goesOn, gramKey, openMark, plainUnit } from './evidence-features.ts';
import type { EvidenceWindow } from './evidence-windows.ts';
import type { KeyTable } from './key-table.ts';
import type { WindowSums } from './window-sums.ts';

/** What a window has at its ends only: its opening and its closing. */
function sumOfEnds({ units }: Pick<SequenceContext, 'units'>, { from, to }: EvidenceWindow, table: KeyTable): number {
  const opening = gramKey(openMark, plainUnit(units[from] ?? 0));
  const closing = gramKey(plainUnit(units[to - 1] ?? 0), closeMark);
  return table.weightOf(table.find(opening)) + table.weightOf(table.find(closing));
}

/**
 * Adds what the characters and pairs of each window weigh, every one once. Each is looked up once for all windows it is
 * in: of those around it all count it that had not begun where it was before. `base` is the number of the first window,
 * counted over all views: those before it are of other views. `pairs` gets the entry of the pair that ends at each unit.
 */
export function addGrams(
  context: Pick<SequenceContext, 'units' | 'length'>,
  windows: readonly EvidenceWindow[],
  sums: WindowSums,
  { table, base, pairs }: { table: KeyTable; base: number; pairs: Int32Array },
): void {
  const { length, units } = context;
  for (let index = 0; index < windows.length; index += 1) {
    const window = windows[index];
    if (window !== undefined) sums.add(sumOfEnds(context, window, table), index, index + 1);
  }
  const { begun, ended } = sums;
  let last = openMark;
  for (let at = 0; at < length; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    const inFront = begun[at] ?? 0;
    const here = begun[at + 1] ?? 0;
    const isRun = goesOn(last, unit);
    // A run counts once, but for a window that begins in the middle of it.
    if (isRun && inFront === here) continue;
    const open = ended[at + 1] ?? 0;
    const single = table.find(unit);
    if (single !== 0) sums.add(table.weightOf(single), Math.max(open, table.count(single, base + here) - base), here);
    const pair = isRun ? 0 : table.find(gramKey(last, unit));
    pairs[at] = pair;
    if (pair !== 0) sums.add(table.weightOf(pair), Math.max(open, table.count(pair, base + inFront) - base), inFront);
    last = unit;
  }
}
