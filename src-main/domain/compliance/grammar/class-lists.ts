import type { Atoms } from './atoms.ts';
import { endOfRun, startOfRun } from './class-runs.ts';

/**
 * For each class its atoms in order of their start, longer first, those added earlier before their equals. All lists
 * lie in one array of atoms, with their starts beside them.
 */
export class ClassLists {
  /** Where the list of a class begins and ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  order: Int32Array;
  starts: Int32Array;
  /** For each class the place that {@link firstFrom} found last. */
  private readonly lastFound: Int32Array;
  private used = 0;
  private readonly atoms: Atoms;

  /** `ids`: of all runs of classes. */
  constructor(atoms: Atoms, ids: Uint16Array, classCount: number) {
    this.atoms = atoms;
    this.from = atoms.memory.int32(classCount);
    this.to = atoms.memory.int32(classCount);
    this.lastFound = atoms.memory.int32(classCount);
    const { from, to, lastFound } = this;
    const { classes } = atoms;
    for (let atom = 0; atom < atoms.length; atom += 1) {
      const run = classes[atom] ?? 0;
      const end = endOfRun(run);
      for (let at = startOfRun(run); at < end; at += 1) to[ids[at] ?? 0] = (to[ids[at] ?? 0] ?? 0) + 1;
    }
    for (let id = 0; id < classCount; id += 1) {
      const count = to[id] ?? 0;
      from[id] = to[id] = lastFound[id] = this.used;
      this.used += count;
    }
    // Phrases come on top.
    this.order = atoms.memory.int32(this.used + 64);
    this.starts = atoms.memory.int32(this.used + 64);
    for (let atom = 0; atom < atoms.length; atom += 1) {
      const run = classes[atom] ?? 0;
      const end = endOfRun(run);
      for (let at = startOfRun(run); at < end; at += 1) this.append(ids[at] ?? 0, atom);
    }
  }

  /** Puts an atom into its place in a list: words are found in order of their end, so that it is near the last. */
  private append(id: number, atom: number): void {
    const { atoms, order, starts } = this;
    const first = this.from[id] ?? 0;
    let place = this.to[id] ?? 0;
    this.to[id] = place + 1;
    for (; place > first && precedes(atoms, atom, order[place - 1] ?? 0); place -= 1) {
      order[place] = order[place - 1] ?? 0;
      starts[place] = starts[place - 1] ?? 0;
    }
    order[place] = atom;
    starts[place] = atoms.startOf(atom);
  }

  /** Adds atoms, given in order, to the list of a class; equals come after those that are there. */
  insert(id: number, added: readonly number[]): void {
    const { atoms, from, to } = this;
    let old = from[id] ?? 0;
    const oldEnd = to[id] ?? 0;
    const place = this.used;
    this.reserve(place + oldEnd - old + added.length);
    for (const atom of added) {
      while (old < oldEnd && !precedes(atoms, atom, this.order[old] ?? 0)) this.push(this.order[old++] ?? 0);
      this.push(atom);
    }
    while (old < oldEnd) this.push(this.order[old++] ?? 0);
    from[id] = this.lastFound[id] = place;
    to[id] = this.used;
  }

  private push(atom: number): void {
    this.order[this.used] = atom;
    this.starts[this.used] = this.atoms.startOf(atom);
    this.used += 1;
  }

  private reserve(capacity: number): void {
    const { atoms } = this;
    if (capacity <= this.order.length) return;
    const order = atoms.memory.int32(capacity * 2);
    const starts = atoms.memory.int32(capacity * 2);
    order.set(this.order);
    starts.set(this.starts);
    this.order = order;
    this.starts = starts;
  }

  /**
   * Place of the first atom of the class that starts at or after `start`; its `to` when there is none. Patterns are
   * looked for from the start of a view to its end: as a rule it is the place found last, or one close behind it.
   */
  firstFrom(id: number, start: number): number {
    const { starts, lastFound } = this;
    const from = this.from[id] ?? 0;
    const to = this.to[id] ?? 0;
    let low = lastFound[id] ?? 0;
    let high = to;
    if (low > from && (starts[low - 1] ?? 0) >= start) {
      high = low - 1;
      low = from;
    }
    for (let step = 1; low + step <= high; step *= 2) {
      if ((starts[low + step - 1] ?? 0) >= start) {
        high = low + step - 1;
        break;
      }
      low += step;
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    lastFound[id] = low;
    return low;
  }
}

/** True when the one starts earlier than the other, or there and is longer. */
function precedes(atoms: Atoms, one: number, other: number): boolean {
  const ahead = atoms.startOf(other) - atoms.startOf(one);
  return ahead > 0 || (ahead === 0 && atoms.endOf(one) > atoms.endOf(other));
}
