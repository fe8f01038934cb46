import { isSeparated, type Boundaries, type BoundaryLevel } from '../text/boundaries.ts';
import type { Atom, AtomTable } from './atoms.ts';

/** A pattern with class names resolved to ids. */
export interface CompiledPattern {
  source: string;
  elements: readonly CompiledElement[];
  atStart: boolean;
  atEnd: boolean;
  /** Numbers of the sets of classes of which each must have an atom in a text that matches. */
  sets: Uint16Array;
}

interface CompiledElement {
  classes: readonly number[];
  max: number;
  crosses: BoundaryLevel;
  without: readonly number[];
}

/** What a scan over one view works on. */
export interface SequenceContext {
  atoms: AtomTable;
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

const none: Atom[][] = [];

function isPossible({ presentSets }: AtomTable, { sets }: CompiledPattern): boolean {
  for (let at = 0; at < sets.length; at += 1) if (presentSets[sets[at] ?? 0] === 0) return false;
  return true;
}

/** All matches of one pattern, each as the list of its atoms; most patterns lack a class and cost next to nothing. */
export function matchesOf(context: SequenceContext, pattern: CompiledPattern): Atom[][] {
  return isPossible(context.atoms, pattern) ? new SequenceMatcher(context, pattern).matches() : none;
}

/** Finds the matches of one pattern: for each first atom, the nearest way to complete it. */
class SequenceMatcher {
  private readonly context: SequenceContext;
  private readonly pattern: CompiledPattern;
  /** Atoms that are known not to complete the pattern, per element: keeps the search linear. */
  private readonly failed: (Set<Atom> | undefined)[] = [];

  constructor(context: SequenceContext, pattern: CompiledPattern) {
    this.context = context;
    this.pattern = pattern;
  }

  /** All matches in order of their start; each is the list of its atoms. */
  matches(): Atom[][] {
    const { atoms } = this.context;
    const first = this.pattern.elements[0];
    const out: Atom[][] = [];
    if (first === undefined) return out;
    for (const id of first.classes) {
      for (const atom of atoms.of(id)) {
        if (this.pattern.atStart && !opensSentence(this.context, atom.start)) continue;
        const path = this.complete(atom, 0);
        if (path !== null && atoms.isReal(atom)) out.push(path);
      }
    }
    return out;
  }

  private complete(atom: Atom, index: number): Atom[] | null {
    if (index === this.pattern.elements.length - 1) {
      return this.pattern.atEnd && !closesSentence(this.context, atom.end) ? null : [atom];
    }
    if (this.failed[index]?.has(atom) === true) return null;
    const next = this.pattern.elements[index + 1];
    if (next !== undefined) {
      for (const id of next.classes) {
        const rest = this.completeWith(atom, index, { id, element: next });
        if (rest !== null) return [atom, ...rest];
      }
    }
    // Each first atom is tried once anyway.
    if (index > 0) (this.failed[index] ??= new Set()).add(atom);
    return null;
  }

  private completeWith(atom: Atom, index: number, next: { id: number; element: CompiledElement }): Atom[] | null {
    const { atoms, boundaries } = this.context;
    if (atoms.present[next.id] === 0) return null;
    const list = atoms.of(next.id);
    const starts = atoms.startsOf(next.id);
    for (let at = atoms.firstFrom(next.id, atom.end); at < starts.length; at += 1) {
      if ((starts[at] ?? 0) - atom.end > next.element.max) return null;
      const candidate = list[at];
      if (candidate === undefined) return null;
      if (isSeparated(boundaries, atom.end, candidate.start, next.element.crosses)) return null;
      // Whether a word stands alone is the dearest question: it is asked last.
      if (this.isBarred(next.element, atom.end, candidate.start)) continue;
      const rest = this.complete(candidate, index + 1);
      if (rest !== null && atoms.isReal(candidate)) return rest;
    }
    return null;
  }

  private isBarred(element: CompiledElement, from: number, to: number): boolean {
    const { atoms } = this.context;
    for (const id of element.without) {
      if (atoms.present[id] === 1 && atoms.within(id, from, to) !== undefined) return true;
    }
    return false;
  }
}
