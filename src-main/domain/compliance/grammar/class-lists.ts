import type { Atoms } from './atoms.ts';

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
  private used = 0;
  private readonly atoms: Atoms;

  /** Sorts the atoms of a view of `length` units into lists, in time linear in both. */
  constructor(atoms: Atoms, classCount: number, length: number) {
    this.atoms = atoms;
    this.from = atoms.memory.int32(classCount);
    this.to = atoms.memory.int32(classCount);
    let entries = 0;
    for (let atom = 0; atom < atoms.length; atom += 1) {
      const { classes } = atoms.of(atom);
      entries += classes.length;
      for (let at = 0; at < classes.length; at += 1) this.to[classes[at] ?? 0] = (this.to[classes[at] ?? 0] ?? 0) + 1;
    }
    for (let id = 0; id < classCount; id += 1) {
      const count = this.to[id] ?? 0;
      this.from[id] = this.to[id] = this.used;
      this.used += count;
    }
    // Phrases come on top.
    this.order = atoms.memory.int32(entries + 64);
    this.starts = atoms.memory.int32(entries + 64);
    this.fill(length);
  }

  private fill(length: number): void {
    const { atoms, to, order, starts } = this;
    const { first, next } = chains(atoms, length);
    for (let at = 0; at <= length; at += 1) {
      for (let link = first[at] ?? 0; link !== 0; link = next[link] ?? 0) {
        const { classes } = atoms.of(link - 1);
        for (let index = 0; index < classes.length; index += 1) {
          const id = classes[index] ?? 0;
          const place = to[id] ?? 0;
          order[place] = link - 1;
          starts[place] = at;
          to[id] = place + 1;
        }
      }
    }
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
    from[id] = place;
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

  /** Place of the first atom of the class that starts at or after `start`; its `to` when there is none. */
  firstFrom(id: number, start: number): number {
    const { starts } = this;
    let low = this.from[id] ?? 0;
    let high = this.to[id] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** True when the one starts earlier than the other, or there and is longer. */
export function precedes(atoms: Atoms, one: number, other: number): boolean {
  const ahead = atoms.startOf(other) - atoms.startOf(one);
  return ahead > 0 || (ahead === 0 && atoms.endOf(one) > atoms.endOf(other));
}

/**
 * The atoms that start at each unit as a chain, longer first: links are numbers of atoms plus one, 0 ends a chain. Words
 * are found in order of their end, so that nearly every atom goes to the head of its chain.
 */
function chains(atoms: Atoms, length: number): { first: Int32Array; next: Int32Array } {
  const first = atoms.memory.int32(length + 1);
  const next = atoms.memory.int32(atoms.length + 1);
  for (let atom = 0; atom < atoms.length; atom += 1) {
    const start = atoms.startOf(atom);
    const end = atoms.endOf(atom);
    let before = 0;
    let after = first[start] ?? 0;
    while (after !== 0 && atoms.endOf(after - 1) >= end) {
      before = after;
      after = next[after] ?? 0;
    }
    next[atom + 1] = after;
    if (before === 0) first[start] = atom + 1;
    else next[before] = atom + 1;
  }
  return { first, next };
}
