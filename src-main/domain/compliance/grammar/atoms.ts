import type { Memory } from '../text/memory.ts';

/** What an element contributes to a finding. */
export type Role = 'action' | 'condition' | 'reward' | 'claim' | 'token' | 'target' | 'none';

/** A role-bearing piece of a phrase or match, in units of the view. */
export interface AtomPart {
  role: Role;
  start: number;
  end: number;
}

/** A word that needs a word break on both sides: standing alone, not looked at yet, or part of another word. */
export const standings = { alone: 0, unknown: 1, part: 2 } as const;

/** What is known of an atom beside its place. */
export interface AtomFacts {
  /** The classes the atom belongs to, as a run of the grammar's `classRuns`. */
  classes: number;
  /** Value of a number, in its own unit; 0 for words. */
  value: number;
  /** How many of its words stand as written, and how many are only alike in sound or written by initials. */
  exact: number;
  fuzzy: number;
  standing: (typeof standings)[keyof typeof standings];
  /** For phrases, what they were built from; empty for words. */
  parts: readonly AtomPart[];
}

function grown<T extends Int32Array | Uint8Array>(array: T, into: T): T {
  into.set(array);
  return into;
}

/**
 * The words, numbers and phrases of a view, by number. A page has thousands and looks at most of them once: places lie
 * side by side, and what words of the same kind have in common is one object for all of them.
 */
export class Atoms {
  length = 0;
  /** Places in units of the view. */
  start: Int32Array;
  end: Int32Array;
  standing: Uint8Array;
  /** {@link AtomFacts.classes}, which are asked for of every atom. */
  classes: Int32Array;
  private readonly facts: AtomFacts[] = [];

  readonly memory: Memory;

  constructor(capacity: number, memory: Memory) {
    this.memory = memory;
    this.start = memory.int32(capacity);
    this.end = memory.int32(capacity);
    this.standing = memory.uint8(capacity);
    this.classes = memory.int32(capacity);
  }

  /** Appends an atom; returns its number. */
  add(start: number, end: number, facts: AtomFacts): number {
    return this.addKnown(start, end, facts, facts);
  }

  /** {@link add} with what is needed of the facts at once, so that those of most words are never looked at. */
  addKnown(
    start: number,
    end: number,
    facts: AtomFacts,
    { standing, classes }: { standing: number; classes: number },
  ): number {
    const atom = this.length;
    if (atom === this.start.length) this.grow();
    this.start[atom] = start;
    this.end[atom] = end;
    this.standing[atom] = standing;
    this.classes[atom] = classes;
    this.facts.push(facts);
    this.length = atom + 1;
    return atom;
  }

  private grow(): void {
    const capacity = this.start.length * 2 + 16;
    this.start = grown(this.start, this.memory.int32(capacity));
    this.end = grown(this.end, this.memory.int32(capacity));
    this.standing = grown(this.standing, this.memory.uint8(capacity));
    this.classes = grown(this.classes, this.memory.int32(capacity));
  }

  startOf(atom: number): number {
    return this.start[atom] ?? 0;
  }

  endOf(atom: number): number {
    return this.end[atom] ?? 0;
  }

  /** What is known of an atom; of its standing, what was known when it was added. */
  of(atom: number): AtomFacts {
    return this.facts[atom] ?? nothing;
  }
}

const nothing: AtomFacts = { classes: 0, value: 0, exact: 0, fuzzy: 0, standing: standings.part, parts: [] };
