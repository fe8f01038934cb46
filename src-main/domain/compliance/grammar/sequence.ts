import { isSeparated, type Boundaries, type BoundaryLevel } from '../text/boundaries.ts';
import type { AtomTable } from './atom-table.ts';

/** A pattern with class names resolved to ids. */
export interface CompiledPattern {
  source: string;
  elements: readonly CompiledElement[];
  atStart: boolean;
  atEnd: boolean;
  /** For each element, the number of its set of classes. */
  sets: Uint16Array;
  /** For each element, how many units may stand before it. */
  gaps: Uint16Array;
}

interface CompiledElement {
  classes: readonly number[];
  max: number;
  crosses: BoundaryLevel;
  without: readonly number[];
}

/** What a scan over one view works on. */
export interface SequenceContext {
  table: AtomTable;
  boundaries: Boundaries;
  units: Uint16Array;
  length: number;
}

/** Han, Latin letters and digits are content; what else stands between a boundary and an atom is decoration. */
function isContent(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x4e00 && unit <= 0x9fff);
}

function opensSentence(context: SequenceContext, at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 8 && !isContent(context.units[start - 1] ?? 0)) start -= 1;
  return start === 0 || isSeparated(context.boundaries, start, at, 1);
}

function closesSentence(context: SequenceContext, at: number): boolean {
  let end = at;
  while (end < context.length && end - at < 8 && !isContent(context.units[end] ?? 0)) end += 1;
  return end === context.length || isSeparated(context.boundaries, at, end, 1);
}

const none: number[][] = [];

/** All matches of one pattern, each as the list of its atoms; patterns that cannot match cost next to nothing. */
export function matchesOf(context: SequenceContext, pattern: CompiledPattern): number[][] {
  return context.table.blocks.allows(pattern) ? new SequenceMatcher(context, pattern).matches() : none;
}

/** Finds the matches of one pattern: for each first atom, the nearest way to complete it. */
class SequenceMatcher {
  private readonly context: SequenceContext;
  private readonly pattern: CompiledPattern;
  /** The atoms that complete the pattern, from the last one to complete it on. */
  private readonly path: number[];
  /** Atoms that are known not to complete the pattern, each with the element: keeps the search linear. */
  private failed: Set<number> | null = null;

  constructor(context: SequenceContext, pattern: CompiledPattern) {
    this.context = context;
    this.pattern = pattern;
    this.path = pattern.elements.map(() => 0);
  }

  /** All matches in order of their start; each is the list of its atoms. */
  matches(): number[][] {
    const { table } = this.context;
    const { lists, atoms, blocks } = table;
    const { elements, atStart } = this.pattern;
    const first = elements[0];
    const out: number[][] = [];
    if (first === undefined) return out;
    const near = elements.length > 1 ? blocks.before(this.pattern, 1) : -1;
    for (const id of first.classes) {
      const last = lists.to[id] ?? 0;
      for (let place = lists.from[id] ?? 0; place < last; place += 1) {
        const atom = lists.order[place] ?? 0;
        if (!blocks.holds(near, atoms.endOf(atom))) continue;
        if (atStart && !opensSentence(this.context, lists.starts[place] ?? 0)) continue;
        if (this.completes(atom, 0) && table.isReal(atom)) out.push(this.path.slice());
      }
    }
    return out;
  }

  /** Whether the pattern goes on from `atom` as its element `index` to the end; if so, `path` says how. */
  private completes(atom: number, index: number): boolean {
    if (!this.goesOn(atom, index)) return false;
    this.path[index] = atom;
    return true;
  }

  private goesOn(atom: number, index: number): boolean {
    const { atoms } = this.context.table;
    const next = this.pattern.elements[index + 1];
    if (next === undefined) return !this.pattern.atEnd || closesSentence(this.context, atoms.endOf(atom));
    // Each first atom is tried once anyway.
    const key = index === 0 ? -1 : atom * this.pattern.elements.length + index;
    if (this.failed?.has(key) === true) return false;
    for (let at = 0; at < next.classes.length; at += 1) {
      if (this.goesOnWith(atoms.endOf(atom), index + 1, next.classes[at] ?? 0, next)) return true;
    }
    if (index > 0) (this.failed ??= new Set()).add(key);
    return false;
  }

  /** Whether an atom of the class follows, near enough to `from`, from which the pattern goes on to the end. */
  private goesOnWith(from: number, index: number, id: number, element: CompiledElement): boolean {
    const { table, boundaries } = this.context;
    const { lists } = table;
    if (!table.has(id)) return false;
    const last = lists.to[id] ?? 0;
    for (let place = lists.firstFrom(id, from); place < last; place += 1) {
      const start = lists.starts[place] ?? 0;
      if (start - from > element.max || isSeparated(boundaries, from, start, element.crosses)) return false;
      if (this.isBarred(element, from, start)) continue;
      // Whether a word stands alone is the dearest question: it is asked last.
      const atom = lists.order[place] ?? 0;
      if (this.completes(atom, index) && table.isReal(atom)) return true;
    }
    return false;
  }

  private isBarred(element: CompiledElement, from: number, to: number): boolean {
    const { table } = this.context;
    for (const id of element.without) if (table.within(id, from, to) >= 0) return true;
    return false;
  }
}
