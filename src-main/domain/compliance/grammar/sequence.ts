import { isSeparated, type Boundaries } from '../text/boundaries.ts';
import { isContent } from '../text/unit-kinds.ts';
import type { AtomTable } from './atom-table.ts';
import { endOfRun, startOfRun } from './class-runs.ts';
import type { ElementTable } from './element-table.ts';
import { mostElements } from './pattern.ts';

/** A pattern: elements `[from, to)` of the grammar's table. */
export interface CompiledPattern {
  source: string;
  from: number;
  to: number;
  atStart: boolean;
  atEnd: boolean;
}

/** What a scan over one view works on. */
export interface SequenceContext {
  table: AtomTable;
  /** Of all patterns. */
  elements: ElementTable;
  boundaries: Boundaries;
  units: Uint16Array;
  length: number;
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

/** All matches of one pattern, each as the list of its atoms. */
export function matchesOf(context: SequenceContext, pattern: CompiledPattern): number[][] {
  return new SequenceMatcher(context, pattern).matches();
}

/** A path of as many atoms as a pattern has elements at most. */
const noPath = Array.from({ length: mostElements }, () => 0);

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
    this.path = noPath.slice(0, pattern.to - pattern.from);
  }

  /** All matches in order of their start; each is the list of its atoms. */
  matches(): number[][] {
    const { table, elements } = this.context;
    const { lists, atoms, blocks } = table;
    const { atStart, from, to } = this.pattern;
    const out: number[][] = [];
    const near = to - from > 1 ? blocks.before(elements, from + 1) : -1;
    const run = elements.classesOf(from);
    for (let at = startOfRun(run); at < endOfRun(run); at += 1) {
      const id = elements.ids[at] ?? 0;
      const last = lists.to[id] ?? 0;
      for (let place = lists.from[id] ?? 0; place < last; place += 1) {
        const atom = lists.order[place] ?? 0;
        if (!blocks.holds(near, atoms.endOf(atom))) continue;
        if (atStart && !opensSentence(this.context, lists.starts[place] ?? 0)) continue;
        if (this.completes(atom, from) && table.isReal(atom)) out.push(this.path.slice());
      }
    }
    return out;
  }

  /** Whether the pattern goes on from `atom` as its element `at` to the end; if so, `path` says how. */
  private completes(atom: number, at: number): boolean {
    if (!this.goesOn(atom, at)) return false;
    this.path[at - this.pattern.from] = atom;
    return true;
  }

  private goesOn(atom: number, at: number): boolean {
    const { elements, table } = this.context;
    const { from, to, atEnd } = this.pattern;
    const end = table.atoms.endOf(atom);
    if (at + 1 === to) return !atEnd || closesSentence(this.context, end);
    // Each first atom is tried once anyway.
    const key = at === from ? -1 : atom * (to - from) + at;
    if (this.failed?.has(key) === true) return false;
    const run = elements.classesOf(at + 1);
    const last = endOfRun(run);
    for (let place = startOfRun(run); place < last; place += 1) {
      if (this.goesOnWith(end, at + 1, elements.ids[place] ?? 0)) return true;
    }
    if (at > from) (this.failed ??= new Set()).add(key);
    return false;
  }

  /** Whether an atom of the class follows as element `at`, near enough to `from`, and the pattern goes on to the end. */
  private goesOnWith(from: number, at: number, id: number): boolean {
    const { table, boundaries, elements } = this.context;
    const { lists } = table;
    if (!table.has(id)) return false;
    const most = elements.gapOf(at);
    const crosses = elements.crossesOf(at);
    const last = lists.to[id] ?? 0;
    for (let place = lists.firstFrom(id, from); place < last; place += 1) {
      const start = lists.starts[place] ?? 0;
      if (start - from > most || isSeparated(boundaries, from, start, crosses)) return false;
      if (this.isBarred(at, from, start)) continue;
      // Whether a word stands alone is the dearest question: it is asked last.
      const atom = lists.order[place] ?? 0;
      if (this.completes(atom, at) && table.isReal(atom)) return true;
    }
    return false;
  }

  private isBarred(element: number, from: number, to: number): boolean {
    const { table, elements } = this.context;
    const run = elements.withoutOf(element);
    for (let at = startOfRun(run); at < endOfRun(run); at += 1) {
      if (table.within(elements.ids[at] ?? 0, from, to) >= 0) return true;
    }
    return false;
  }
}
