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
 * in: of those around it all count it that begin behind the place where it was before. `base` is the place of the view's
 * first unit, counted over all views: places before it are of other views.
 */
export function addGrams(
  context: Pick<SequenceContext, 'units' | 'length'>,
  windows: readonly EvidenceWindow[],
  sums: WindowSums,
  { table, base }: { table: KeyTable; base: number },
): void {
  const { length, units } = context;
  const { begun, ended } = sums;
  let last = openMark;
  for (let at = 0; at < length; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    const inFront = begun[at] ?? 0;
    const here = begun[at + 1] ?? 0;
    const isRun = goesOn(last, unit);
    // A run counts once, but for a window that begins in the middle of it.
    if (isRun && inFront === here) continue;
    const entry = isRun ? 0 : table.find(gramKey(last, unit));
    last = unit;
    const open = ended[at + 1] ?? 0;
    const singleBefore = Math.max(table.see(unit, base + at) - base, -1);
    sums.add(table.weightOf(unit), Math.max(open, begun[singleBefore + 1] ?? 0), here);
    const pairBefore = Math.max(table.see(entry, base + at) - base, 0);
    sums.add(table.weightOf(entry), Math.max(open, begun[pairBefore] ?? 0), inFront);
  }
  for (let index = 0; index < windows.length; index += 1) {
    const window = windows[index];
    if (window !== undefined) sums.add(sumOfEnds(context, window, table), index, index + 1);
  }
}
