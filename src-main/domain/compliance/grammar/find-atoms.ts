import { createMatchList, type MatchList } from '../match/aho-corasick.ts';
import { maskUnits } from '../text/mask.ts';
import { foldBits, markFolds, type View } from '../text/view.ts';
import { AtomTable, type Atom } from './atoms.ts';
import type { CompiledGrammar } from './compile-grammar.ts';
import { findNumbers } from './numbers.ts';

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** Latin words match whole: `app`, not the `app` of `apple`. */
export function splitsLatinWord(view: View, start: number, end: number): boolean {
  const first = view.units[start] ?? 0;
  const last = view.units[end - 1] ?? 0;
  const before = start > 0 ? (view.units[start - 1] ?? 0) : 0;
  const after = end < view.length ? (view.units[end] ?? 0) : 0;
  return (isLetter(first) && isLetter(before)) || (isLetter(last) && isLetter(after));
}

/** Words have no parts; one list for all of them spares the collector tens of thousands a page. */
const none: Atom['parts'] = [];

const scratch: MatchList = createMatchList(1024);

function wordAtoms(view: View, { matcher, wordTable }: CompiledGrammar): Atom[] {
  scratch.length = 0;
  matcher.scan(view.units, 0, view.length, scratch);
  const out: Atom[] = [];
  for (let at = 0; at < scratch.length; at += 1) {
    const word = scratch.pattern[at] ?? 0;
    const end = scratch.end[at] ?? 0;
    const start = end - (matcher.patternLengths[word] ?? 0);
    if (splitsLatinWord(view, start, end)) continue;
    const initials = wordTable.isInitials(word);
    const classes = wordTable.classesOf(word);
    if (initials) markFolds(view, start, end, foldBits.initials);
    const standing = wordTable.isChecked(word) ? 'unknown' : 'alone';
    out.push({
      start,
      end,
      classes,
      value: 0,
      exact: initials ? 0 : 1,
      fuzzy: initials ? 1 : 0,
      standing,
      parts: none,
    });
  }
  return out;
}

/** Removes atoms that lie inside a longer word of class COVER: 分享 in 分享装, 红包 in 红包袋. */
function removeCovered(atoms: Atom[], coverId: number | undefined, length: number): Atom[] {
  if (coverId === undefined) return atoms;
  const covers = atoms.filter((atom) => atom.classes.includes(coverId));
  if (covers.length === 0) return atoms;
  // For each place, how far a cover reaches that begins there or before.
  const reach = new Int32Array(length + 1);
  for (const { start, end } of covers) reach[start] = Math.max(reach[start] ?? 0, end);
  for (let at = 1; at <= length; at += 1) reach[at] = Math.max(reach[at] ?? 0, reach[at - 1] ?? 0);
  return atoms.filter(({ start, end }) => (reach[start] ?? 0) <= end && (start === 0 || (reach[start - 1] ?? 0) < end));
}

function numberAtoms(view: View, grammar: CompiledGrammar): Atom[] {
  return findNumbers(view).map(({ className, start, end, value }) => {
    const classes = grammar.numberClasses[className];
    return { start, end, classes, value, exact: 1, fuzzy: 0, standing: 'alone' as const, parts: none };
  });
}

const maskClasses = new Map<number, string>([
  [maskUnits.url, 'URL'],
  [maskUnits.token, 'TOKEN'],
  [maskUnits.official, 'OFFICIAL'],
]);

function maskAtoms(view: View, grammar: CompiledGrammar): Atom[] {
  const out: Atom[] = [];
  for (let at = 0; at < view.length; at += 1) {
    const unit = view.units[at] ?? 0;
    if (unit < maskUnits.url || unit > maskUnits.official) continue;
    const id = grammar.classIds.get(maskClasses.get(unit) ?? 'URL') ?? 0;
    out.push({
      start: at,
      end: at + 1,
      classes: [id],
      value: 0,
      exact: 1,
      fuzzy: 0,
      standing: 'alone' as const,
      parts: none,
    });
  }
  return out;
}

/** How words are accepted, which further atoms are found, and whether the text stands on an advertising surface. */
export interface AtomOptions {
  accepts: (start: number, end: number) => boolean;
  extra?: () => Atom[];
  isAdvertising?: boolean;
}

/** Stands at the start of a text that is shown where only advertising is shown: the place is part of the evidence. */
function surfaceAtoms(grammar: CompiledGrammar, isAdvertising: boolean): Atom[] {
  const id = grammar.classIds.get('ADSURFACE');
  if (id === undefined || !isAdvertising) return [];
  return [{ start: 0, end: 0, classes: [id], value: 0, exact: 0, fuzzy: 0, standing: 'alone', parts: none }];
}

/**
 * All words, numbers, addresses and tokens of a view. `accepts` decides on words that need a word break;
 * `extra` adds atoms found by other means (homophones).
 */
export function findAtoms(view: View, grammar: CompiledGrammar, options: AtomOptions): AtomTable {
  const table = new AtomTable(grammar, options.accepts);
  const words = removeCovered(wordAtoms(view, grammar), grammar.classIds.get('COVER'), view.length);
  for (const atom of words) table.add(atom);
  for (const atom of numberAtoms(view, grammar)) table.add(atom);
  for (const atom of maskAtoms(view, grammar)) table.add(atom);
  for (const atom of surfaceAtoms(grammar, options.isAdvertising === true)) table.add(atom);
  for (const atom of options.extra?.() ?? []) table.add(atom);
  table.sort();
  return table;
}
