import type { SequenceContext } from '../grammar/sequence.ts';
import { closeMark, goesOn, gramKey, openMark, plainUnit } from './evidence-features.ts';
import { beginsBefore, type EvidenceWindow } from './evidence-windows.ts';
import type { KeyTable } from './key-table.ts';

/**
 * Sums of windows that stand in a row, each noted as what it is more than the one before: what counts for some
 * neighbours is written down twice, however many they are.
 */
class RowSums {
  private readonly steps: Int32Array;

  constructor(count: number) {
    this.steps = new Int32Array(count + 1);
  }

  /** Adds to the windows `[from, to)`. */
  add(weight: number, from: number, to: number): void {
    if (from >= to) return;
    const { steps } = this;
    steps[from] = (steps[from] ?? 0) + weight;
    steps[to] = (steps[to] ?? 0) - weight;
  }

  /** The sums themselves; nothing can be added behind this. */
  total(): Int32Array {
    const { steps } = this;
    for (let at = 1; at < steps.length; at += 1) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
    return steps;
  }
}

/** What a window has at its ends only: its opening and its closing. */
function sumOfEnds({ units }: Pick<SequenceContext, 'units'>, { from, to }: EvidenceWindow, table: KeyTable): number {
  const opening = gramKey(openMark, plainUnit(units[from] ?? 0));
  const closing = gramKey(plainUnit(units[to - 1] ?? 0), closeMark);
  return table.weightOf(table.find(opening)) + table.weightOf(table.find(closing));
}

/**
 * What the characters and pairs of each window weigh together, every one once. Each is looked up once for all windows
 * it is in: of those around it, in a row since windows begin and end in order, all count it that begin behind the place
 * where it was before. `base` is the place of the view's first unit, counted over all views: places before it are of
 * other views.
 */
export function gramSums(
  context: Pick<SequenceContext, 'units' | 'length'>,
  windows: readonly EvidenceWindow[],
  { table, base }: { table: KeyTable; base: number },
): Int32Array {
  const { length, units } = context;
  const begun = beginsBefore(windows, length);
  const sums = new RowSums(windows.length);
  let last = openMark;
  let open = 0;
  for (let at = 0; at < length; at += 1) {
    const unit = plainUnit(units[at] ?? 0);
    const inFront = begun[at] ?? 0;
    const here = begun[at + 1] ?? 0;
    const isRun = goesOn(last, unit);
    // A run counts once, but for a window that begins in the middle of it.
    if (isRun && inFront === here) continue;
    const entry = isRun ? 0 : table.find(gramKey(last, unit));
    const single = table.weightOf(unit);
    const pair = table.weightOf(entry);
    last = unit;
    while ((windows[open]?.to ?? length) <= at) open += 1;
    const singleBefore = Math.max(table.see(unit, base + at) - base, -1);
    sums.add(single, Math.max(open, begun[singleBefore + 1] ?? 0), here);
    const pairBefore = Math.max(table.see(entry, base + at) - base, 0);
    sums.add(pair, Math.max(open, begun[pairBefore] ?? 0), inFront);
  }
  for (const [index, window] of windows.entries()) sums.add(sumOfEnds(context, window, table), index, index + 1);
  return sums.total();
}
