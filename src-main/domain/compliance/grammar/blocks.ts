import type { Memory } from '../text/memory.ts';
import type { AtomTable } from './atom-table.ts';
import { endOfRun, startOfRun } from './class-runs.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import type { ElementTable } from './element-table.ts';

const blockCount = 32;

/** The blocks of `bits` and the `reach` blocks after each of them. */
function spreadForward(bits: number, reach: number): number {
  let out = bits;
  for (let shift = 1; shift <= reach; shift += 1) out |= bits << shift;
  return out;
}

/**
 * A view cut into at most 32 blocks: for each set of classes one bit for every block in which one of its atoms starts,
 * and one for every block in which one ends. Most patterns of which all words occur somewhere need no search: there is
 * no place where one word is near enough to the next.
 */
export class Blocks {
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  private readonly shift: number;
  private readonly classSets: Int32Array;
  private readonly ids: Uint16Array;

  constructor(grammar: Pick<CompiledGrammar, 'classRuns' | 'classSets' | 'setCount'>, length: number, memory: Memory) {
    this.starts = memory.int32(grammar.setCount);
    this.ends = memory.int32(grammar.setCount);
    this.classSets = grammar.classSets;
    this.ids = grammar.classRuns.ids;
    let shift = 0;
    while (length >>> shift >= blockCount) shift += 1;
    this.shift = shift;
  }

  /** Notes where the atoms of a class are, for all sets it is in. */
  mark(id: number, { lists, atoms }: AtomTable): void {
    const run = this.classSets[id] ?? 0;
    if (startOfRun(run) === endOfRun(run)) return;
    const { shift, ids } = this;
    let starts = 0;
    let ends = 0;
    const last = lists.to[id] ?? 0;
    for (let place = lists.from[id] ?? 0; place < last; place += 1) {
      starts |= 1 << ((lists.starts[place] ?? 0) >>> shift);
      ends |= 1 << (atoms.endOf(lists.order[place] ?? 0) >>> shift);
    }
    for (let at = startOfRun(run); at < endOfRun(run); at += 1) {
      const set = ids[at] ?? 0;
      this.starts[set] = (this.starts[set] ?? 0) | starts;
      this.ends[set] = (this.ends[set] ?? 0) | ends;
    }
  }

  /** How many blocks on a word may start that is at most `units` away. */
  private reachOf(units: number): number {
    return (units + (1 << this.shift) - 1) >>> this.shift;
  }

  /** False when no place of the view can match a pattern of elements `[from, to)`. */
  mayMatch({ sets, gaps }: ElementTable, from: number, to: number): boolean {
    const { starts, ends } = this;
    if (starts[sets[from] ?? 0] === 0) return false;
    for (let at = from + 1; at < to; at += 1) {
      const near = spreadForward(ends[sets[at - 1] ?? 0] ?? 0, this.reachOf(gaps[at] ?? 0));
      if ((near & (starts[sets[at] ?? 0] ?? 0)) === 0) return false;
    }
    return true;
  }

  /** The blocks at whose units a word may end that an element follows near enough: a bit for each. */
  before({ sets, gaps }: ElementTable, element: number): number {
    const starts = this.starts[sets[element] ?? 0] ?? 0;
    let out = starts;
    for (let shift = this.reachOf(gaps[element] ?? 0); shift >= 1; shift -= 1) out |= starts >>> shift;
    return out;
  }

  /** Whether `unit` lies in one of the blocks. */
  holds(blocks: number, unit: number): boolean {
    return ((blocks >>> (unit >>> this.shift)) & 1) === 1;
  }
}
