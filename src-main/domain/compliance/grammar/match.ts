import type { Atom, AtomPart, Role } from './atoms.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import type { CompiledPattern } from './sequence.ts';

/** A completed pattern: its range and its role-bearing parts, in units of the view. */
export interface GrammarMatch {
  start: number;
  end: number;
  parts: AtomPart[];
  atoms: readonly Atom[];
}

function roleFor(atom: Atom, pattern: CompiledPattern, index: number, grammar: CompiledGrammar): Role {
  for (const id of pattern.elements[index]?.classes ?? []) {
    if (atom.classes.includes(id)) return grammar.classRoles[id] ?? 'none';
  }
  return 'none';
}

/** Turns the atoms of a completed pattern into a match with parts. */
export function toMatch(atoms: readonly Atom[], pattern: CompiledPattern, grammar: CompiledGrammar): GrammarMatch {
  const parts: AtomPart[] = [];
  for (let index = 0; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined) continue;
    if (atom.parts.length > 0) {
      parts.push(...atom.parts);
      continue;
    }
    const role = roleFor(atom, pattern, index, grammar);
    if (role !== 'none') parts.push({ role, start: atom.start, end: atom.end });
  }
  const start = atoms[0]?.start ?? 0;
  return { start, end: atoms.at(-1)?.end ?? start, parts, atoms };
}
