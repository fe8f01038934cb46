import { ownArrays, type Memory } from '../text/memory.ts';
import type { EvidenceWindow } from './evidence-windows.ts';

/** For each unit of a view of `length` units, and the two places behind them, how many of `places` (in order) are before it. */
function countsBefore(places: readonly number[], length: number, memory: Memory): Int32Array {
  const out = memory.int32(length + 2);
  for (let index = 0; index < places.length; index += 1)
    out.fill(index + 1, (places[index] ?? 0) + 1, (places[index + 1] ?? length + 1) + 1);
  return out;
}

/**
 * What each of the windows of a view adds up to. Windows begin and end in order, so those that have something in common
 * stand in a row: of each row only its ends are noted, however many windows it has.
 */
export class WindowSums {
  /** For each unit of the view and the two places behind, how many windows begin before it. */
  readonly begun: Int32Array;
  /** For each of those, how many end before it. */
  readonly ended: Int32Array;
  /** What the sum of each window is more than that of the one before. */
  private readonly steps: Int32Array;

  constructor(windows: readonly EvidenceWindow[], length: number, memory: Memory = ownArrays) {
    this.begun = countsBefore(
      windows.map((window) => window.from),
      length,
      memory,
    );
    this.ended = countsBefore(
      windows.map((window) => window.to),
      length,
      memory,
    );
    this.steps = memory.int32(windows.length + 1);
  }

  /** Adds to the windows `[first, end)`, by number; to none when they run the other way. */
  add(weight: number, first: number, end: number): void {
    if (first >= end) return;
    const { steps } = this;
    steps[first] = (steps[first] ?? 0) + weight;
    steps[end] = (steps[end] ?? 0) - weight;
  }

  /** The sums; nothing can be added behind this. */
  total(): Int32Array {
    const { steps } = this;
    for (let at = 1; at < steps.length; at += 1) steps[at] = (steps[at] ?? 0) + (steps[at - 1] ?? 0);
    return steps;
  }
}
