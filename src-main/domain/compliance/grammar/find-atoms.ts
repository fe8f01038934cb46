import { createMatchList, type MatchList } from '../match/match-list.ts';
import { maskUnits } from '../text/mask.ts';
import { isLetter } from '../text/unit-kinds.ts';
import { foldBits, markFolds, type View } from '../text/view.ts';
import { AtomTable } from './atom-table.ts';
import { Atoms, standings, type AtomFacts } from './atoms.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import { findNumbers } from './numbers.ts';
import { isCover, isInitials, lengthOfWord } from './word-table.ts';

/** Latin words match whole: `app`, not the `app` of `apple`. */
export function splitsLatinWord(view: View, start: number, end: number): boolean {
  const first = view.units[start] ?? 0;
  const last = view.units[end - 1] ?? 0;
  const before = start > 0 ? (view.units[start - 1] ?? 0) : 0;
  const after = end < view.length ? (view.units[end] ?? 0) : 0;
  return (isLetter(first) && isLetter(before)) || (isLetter(last) && isLetter(after));
}

const scratch: MatchList = createMatchList(1024);

/** For each place, how far a word of class COVER reaches that begins there or before; null when there is none. */
function reachOfCovers(view: View, found: MatchList): Int32Array | null {
  let reach: Int32Array | null = null;
  for (let at = 0; at < found.length; at += 1) {
    const word = found.pattern[at] ?? 0;
    if (!isCover(word)) continue;
    const end = found.end[at] ?? 0;
    const start = end - lengthOfWord(word);
    if (splitsLatinWord(view, start, end)) continue;
    reach ??= view.memory.int32(view.length + 1);
    reach[start] = Math.max(reach[start] ?? 0, end);
  }
  if (reach === null) return null;
  for (let at = 1; at <= view.length; at += 1) reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0);
  return reach;
}

/** True for what lies inside a longer word of class COVER: 分享 in 分享装, 红包 in 红包袋. */
function isCovered(reach: Int32Array, start: number, end: number): boolean {
  return (reach[start] ?? 0) > end || (start > 0 && (reach[start - 1] ?? 0) >= end);
}

/** `found` holds what the matcher found in the view. */
function addWords(
  view: View,
  { wordTable }: CompiledGrammar,
  found: MatchList,
  reach: Int32Array | null,
  out: Atoms,
): void {
  for (let at = 0; at < found.length; at += 1) {
    const word = found.pattern[at] ?? 0;
    const end = found.end[at] ?? 0;
    const start = end - lengthOfWord(word);
    if (splitsLatinWord(view, start, end)) continue;
    if (isInitials(word)) markFolds(view, start, end, foldBits.initials);
    if (reach === null || !isCovered(reach, start, end)) wordTable.addTo(out, word, start, end);
  }
}

/** What `find` adds beside the words: nothing inside a word of class COVER, 检血压 of 体检血压 is no 降血压. */
function addFurther(find: (out: Atoms) => void, reach: Int32Array | null, out: Atoms): void {
  if (reach === null) {
    find(out);
    return;
  }
  const further = new Atoms(16, out.memory);
  find(further);
  for (let atom = 0; atom < further.length; atom += 1) {
    const start = further.startOf(atom);
    const end = further.endOf(atom);
    if (!isCovered(reach, start, end)) out.add(start, end, further.of(atom));
  }
}

function asWritten(classes: number, value = 0): AtomFacts {
  return { classes, value, exact: 1, fuzzy: 0, standing: standings.alone, parts: [] };
}

function addNumbers(view: View, grammar: CompiledGrammar, out: Atoms): void {
  for (const { className, start, end, value } of findNumbers(view))
    out.add(start, end, asWritten(grammar.numberClasses[className], value));
}

const maskClasses = new Map<number, string>([
  [maskUnits.url, 'URL'],
  [maskUnits.token, 'TOKEN'],
  [maskUnits.official, 'OFFICIAL'],
]);

function addMasks(view: View, grammar: CompiledGrammar, out: Atoms): void {
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? 0;
    if (unit < maskUnits.url || unit > maskUnits.official) continue;
    const id = grammar.classIds.get(maskClasses.get(unit) ?? 'URL') ?? 0;
    out.add(at, at + 1, asWritten(grammar.classRuns.ofClass(id)));
  }
}

/** How words are accepted, which further atoms are found, and whether the text stands on an advertising surface. */
export interface AtomOptions {
  accepts: (start: number, end: number) => boolean;
  extra?: (out: Atoms) => void;
  isAdvertising?: boolean;
}

/** Stands at the start of a text that is shown where only advertising is shown: the place is part of the evidence. */
function addSurface(grammar: CompiledGrammar, out: Atoms): void {
  const id = grammar.classIds.get('ADSURFACE');
  if (id !== undefined) out.add(0, 0, { ...asWritten(grammar.classRuns.ofClass(id)), exact: 0 });
}

/**
 * All words, numbers, addresses and tokens of a view. `accepts` decides on words that need a word break;
 * `extra` adds atoms found by other means (homophones).
 */
export function findAtoms(view: View, grammar: CompiledGrammar, options: AtomOptions): AtomTable {
  scratch.length = 0;
  grammar.matcher.scan(view.units, 0, view.length, scratch);
  const atoms = new Atoms(scratch.length + 64, view.memory);
  const reach = reachOfCovers(view, scratch);
  addWords(view, grammar, scratch, reach, atoms);
  addNumbers(view, grammar, atoms);
  addMasks(view, grammar, atoms);
  if (options.isAdvertising === true) addSurface(grammar, atoms);
  if (options.extra !== undefined) addFurther(options.extra, reach, atoms);
  return new AtomTable(atoms, grammar, view.length, options.accepts);
}
