import type { AtomFacts, AtomPart, Atoms, Role } from './atoms.ts';
import { endOfRun, startOfRun } from './class-runs.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import type { CompiledPattern } from './sequence.ts';

/** A completed pattern: its range and its role-bearing parts, in units of the view. */
export interface GrammarMatch {
  start: number;
  end: number;
  parts: AtomPart[];
  /** Numbers of the atoms it is made of, in order. */
  path: readonly number[];
}

function roleFor({ classes }: AtomFacts, pattern: CompiledPattern, index: number, grammar: CompiledGrammar): Role {
  const { classRuns, classRoles, elements } = grammar;
  const run = elements.classesOf(pattern.from + index);
  for (let at = startOfRun(run); at < endOfRun(run); at += 1) {
    const id = elements.ids[at] ?? 0;
    if (classRuns.holds(classes, id)) return classRoles[id] ?? 'none';
  }
  return 'none';
}

/** Where the first of the atoms of a match starts. */
export function startOfPath(path: readonly number[], atoms: Atoms): number {
  return atoms.startOf(path[0] ?? 0);
}

/** Where the last of the atoms of a match ends. */
export function endOfPath(path: readonly number[], atoms: Atoms): number {
  return atoms.endOf(path[path.length - 1] ?? 0);
}

/** Turns the atoms of a completed pattern into a match with parts. */
export function toMatch(
  path: readonly number[],
  pattern: CompiledPattern,
  atoms: Atoms,
  grammar: CompiledGrammar,
): GrammarMatch {
  const parts: AtomPart[] = [];
  for (let index = 0; index < path.length; index += 1) {
    const atom = path[index] ?? 0;
    const facts = atoms.of(atom);
    if (facts.parts.length > 0) {
      for (const part of facts.parts) parts.push(part);
      continue;
    }
    const role = roleFor(facts, pattern, index, grammar);
    if (role !== 'none') parts.push({ role, start: atoms.startOf(atom), end: atoms.endOf(atom) });
  }
  return { start: startOfPath(path, atoms), end: endOfPath(path, atoms), parts, path };
}
