import { standings, type Atoms } from './atoms.ts';
import { Blocks } from './blocks.ts';
import { ClassLists } from './class-lists.ts';
import type { CompiledGrammar } from './compile-grammar.ts';

/** The atoms of a view by class, each list in order of start, longer first. */
export class AtomTable {
  readonly atoms: Atoms;
  readonly lists: ClassLists;
  /** Where in the view the atoms of each set of classes are, roughly. */
  readonly blocks: Blocks;
  private readonly standsAlone: (start: number, end: number) => boolean;

  /** `standsAlone` decides about atoms whose standing is unknown, when one is first needed. */
  constructor(
    atoms: Atoms,
    grammar: Pick<CompiledGrammar, 'classRuns' | 'classSets' | 'setCount'>,
    length: number,
    standsAlone: (start: number, end: number) => boolean,
  ) {
    this.atoms = atoms;
    this.standsAlone = standsAlone;
    this.lists = new ClassLists(atoms, grammar.classRuns.ids, grammar.classSets.length);
    this.blocks = new Blocks(grammar, length, atoms.memory);
    for (let id = 0; id < grammar.classSets.length; id += 1) {
      if (this.has(id)) this.blocks.mark(id, this);
    }
  }

  /** False for a word that turns out to be part of another one. */
  isReal(atom: number): boolean {
    const { standing } = this.atoms;
    if (standing[atom] === standings.unknown) {
      const isAlone = this.standsAlone(this.atoms.startOf(atom), this.atoms.endOf(atom));
      standing[atom] = isAlone ? standings.alone : standings.part;
    }
    return standing[atom] === standings.alone;
  }

  /** Adds phrases, atoms in order, to the list of their class. */
  addPhrases(id: number, phrases: readonly number[]): void {
    if (phrases.length === 0) return;
    this.lists.insert(id, phrases);
    this.blocks.mark(id, this);
  }

  /** True when there is an atom of the class, be it part of another word or not. */
  has(id: number): boolean {
    return this.lists.from[id] !== this.lists.to[id];
  }

  /** All atoms of a class. */
  of(id: number): Int32Array {
    return this.lists.order.subarray(this.lists.from[id] ?? 0, this.lists.to[id] ?? 0);
  }

  /** The first atom of the class that lies wholly in `[from, to)` and that `accepts` takes; -1 for none. */
  within(id: number, from: number, to: number, accepts?: (atom: number) => boolean): number {
    if (!this.has(id)) return -1;
    const { lists, atoms } = this;
    const last = lists.to[id] ?? 0;
    for (let place = lists.firstFrom(id, from); place < last; place += 1) {
      const atom = lists.order[place] ?? 0;
      if ((lists.starts[place] ?? 0) >= to) return -1;
      if (atoms.endOf(atom) > to || accepts?.(atom) === false) continue;
      // Whether a word stands alone is the dearest question: it is asked last.
      if (this.isReal(atom)) return atom;
    }
    return -1;
  }
}
