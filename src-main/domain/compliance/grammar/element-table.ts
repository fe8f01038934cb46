import type { BoundaryLevel } from '../text/boundaries.ts';
import type { ClassRuns } from './class-runs.ts';

/** What one place of a pattern may hold, and what may stand before it. */
export interface Element {
  /** Ids of classes, any of which may stand there. */
  classes: readonly number[];
  /** The number of their set. */
  set: number;
  /** How many units may stand before it, and the strongest boundary among them. */
  max: number;
  crosses: BoundaryLevel;
  /** Ids of classes that must not stand before it. */
  without: readonly number[];
}

/** Fields of an element: the runs of its classes and of those that bar it, its gap with the boundary it may cross. */
const fields = 3;
const crossesBits = 3;

/**
 * The elements of all patterns, one behind the other: a page is held against hundreds of patterns, and as objects their
 * elements would lie scattered over memory.
 */
export class ElementTable {
  /** For each element the number of its set of classes, and how many units may stand before it. */
  readonly sets: Uint16Array;
  readonly gaps: Uint16Array;
  /** Ids of classes, to which {@link classesOf} and {@link withoutOf} give runs. */
  readonly ids: Uint16Array;
  private readonly entries: Int32Array;

  constructor(elements: readonly Element[], runs: ClassRuns) {
    this.sets = Uint16Array.from(elements, ({ set }) => set);
    this.gaps = Uint16Array.from(elements, ({ max }) => max);
    this.entries = Int32Array.from(
      elements.flatMap(({ classes, without, max, crosses }) => [
        runs.of(classes),
        runs.of(without),
        (max << crossesBits) | crosses,
      ]),
    );
    this.ids = runs.ids;
  }

  classesOf(element: number): number {
    return this.entries[element * fields] ?? 0;
  }

  withoutOf(element: number): number {
    return this.entries[element * fields + 1] ?? 0;
  }

  /** How many units may stand before an element. */
  gapOf(element: number): number {
    return (this.entries[element * fields + 2] ?? 0) >> crossesBits;
  }

  crossesOf(element: number): BoundaryLevel {
    return ((this.entries[element * fields + 2] ?? 0) & ((1 << crossesBits) - 1)) as BoundaryLevel;
  }
}
