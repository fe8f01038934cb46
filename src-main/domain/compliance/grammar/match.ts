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
  const classes = pattern.elements[index]?.classes ?? [];
  const id = classes.find((candidate) => atom.classes.includes(candidate));
  return id === undefined ? 'none' : (grammar.classRoles[id] ?? 'none');
}

/** Turns the atoms of a completed pattern into a match with parts. */
export function toMatch(atoms: readonly Atom[], pattern: CompiledPattern, grammar: CompiledGrammar): GrammarMatch {
  const parts = atoms.flatMap((atom, index): AtomPart[] => {
    if (atom.parts.length > 0) return [...atom.parts];
    const role = roleFor(atom, pattern, index, grammar);
    return role === 'none' ? [] : [{ role, start: atom.start, end: atom.end }];
  });
  const start = atoms[0]?.start ?? 0;
  return { start, end: atoms.at(-1)?.end ?? start, parts, atoms };
}
