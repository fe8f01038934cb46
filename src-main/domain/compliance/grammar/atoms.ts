/** What an element contributes to a finding. */
export type Role = 'action' | 'condition' | 'reward' | 'claim' | 'token' | 'target' | 'none';

/** A word, number or phrase found in a view. Positions are units of the view. */
export interface Atom {
  start: number;
  end: number;
  /** Class ids the atom belongs to. */
  classes: readonly number[];
  /** Value of a number, in its own unit; 0 for words. */
  value: number;
  /** How many of its words stand as written, and how many are only alike in sound or written by initials. */
  exact: number;
  fuzzy: number;
  /** A word that needs a word break on both sides: not looked at yet, standing alone, or part of another word. */
  standing: 'unknown' | 'alone' | 'part';
  /** For phrases, what they were built from; empty for words. */
  parts: readonly AtomPart[];
}

/** A role-bearing piece of a phrase or match, in units of the view. */
export interface AtomPart {
  role: Role;
  start: number;
  end: number;
}

/** By start, longer first. */
function order(left: Atom, right: Atom): number {
  return left.start - right.start || right.end - left.end;
}

/** Atoms by class, each list in order of start. */
export class AtomTable {
  private readonly lists: Atom[][] = [];
  /** Starts of a class's atoms, made when first searched: far denser in memory than the atoms. */
  private readonly starts: (Int32Array | undefined)[] = [];
  /** Classes whose atoms came out of order. */
  private readonly unordered = new Set<number>();
  /** 1 for every class with an atom. */
  readonly present: Uint8Array;
  /** 1 for every set of classes (a place of some pattern) with an atom. */
  readonly presentSets: Uint8Array;
  private readonly classSets: readonly (readonly number[])[];
  private readonly standsAlone: (start: number, end: number) => boolean;

  /** `standsAlone` decides about atoms whose standing is unknown, when one is first needed. */
  constructor(
    { classSets, setCount }: { classSets: readonly (readonly number[])[]; setCount: number },
    standsAlone: (start: number, end: number) => boolean,
  ) {
    this.present = new Uint8Array(classSets.length);
    this.presentSets = new Uint8Array(setCount);
    this.classSets = classSets;
    this.standsAlone = standsAlone;
  }

  /** False for a word that turns out to be part of another one. */
  isReal(atom: Atom): boolean {
    if (atom.standing === 'unknown') atom.standing = this.standsAlone(atom.start, atom.end) ? 'alone' : 'part';
    return atom.standing === 'alone';
  }

  /** Adds atoms in any order; call {@link AtomTable.sort} afterwards. */
  add(atom: Atom): void {
    for (const id of atom.classes) {
      const list = this.lists[id];
      if (list === undefined) {
        this.lists[id] = [atom];
        this.present[id] = 1;
        for (const set of this.classSets[id] ?? []) this.presentSets[set] = 1;
        continue;
      }
      const last = list[list.length - 1];
      if (last !== undefined && order(last, atom) > 0) this.unordered.add(id);
      list.push(atom);
      this.starts[id] = undefined;
    }
  }

  /** Orders every class by start, longer first. */
  sort(): void {
    for (const id of this.unordered) {
      this.lists[id]?.sort(order);
      this.starts[id] = undefined;
    }
    this.unordered.clear();
  }

  /** All atoms of a class. */
  of(id: number): readonly Atom[] {
    return this.lists[id] ?? empty;
  }

  /** True when an atom of the class lies wholly in `[from, to)`, be it part of another word or not. */
  hasWithin(id: number, from: number, to: number): boolean {
    const list = this.lists[id];
    if (list === undefined || list.length === 0) return false;
    const atom = list[this.firstFrom(id, from)];
    return atom !== undefined && atom.end <= to;
  }

  /** Where the atoms of a class start, in their order. */
  startsOf(id: number): Int32Array {
    const known = this.starts[id];
    if (known !== undefined) return known;
    const list = this.of(id);
    const starts = new Int32Array(list.length);
    for (let at = 0; at < list.length; at += 1) starts[at] = list[at]?.start ?? 0;
    this.starts[id] = starts;
    return starts;
  }

  /** Index of the first atom of the class that starts at or after `start`. */
  firstFrom(id: number, start: number): number {
    if (this.present[id] === 0) return 0;
    const starts = this.startsOf(id);
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first atom of the class that lies wholly in `[from, to)` and that `accepts` takes. */
  within(id: number, from: number, to: number, accepts?: (atom: Atom) => boolean): Atom | undefined {
    const list = this.of(id);
    for (let at = this.firstFrom(id, from); at < list.length; at += 1) {
      const atom = list[at];
      if (atom === undefined || atom.start >= to) return undefined;
      if (atom.end <= to && this.isReal(atom) && (accepts === undefined || accepts(atom))) return atom;
    }
    return undefined;
  }
}

const empty: readonly Atom[] = [];
