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

function wordAtoms(view: View, grammar: CompiledGrammar): Atom[] {
  scratch.length = 0;
  grammar.matcher.scan(view.units, 0, view.length, scratch);
  const out: Atom[] = [];
  for (let at = 0; at < scratch.length; at += 1) {
    const id = scratch.pattern[at] ?? 0;
    const word = grammar.words[id];
    if (word === undefined) continue;
    const end = scratch.end[at] ?? 0;
    const start = end - word.text.length;
    if (splitsLatinWord(view, start, end)) continue;
    if (word.initials) markFolds(view, start, end, foldBits.initials);
    out.push({
      start,
      end,
      classes: word.classes,
      value: 0,
      exact: word.initials ? 0 : 1,
      fuzzy: word.initials ? 1 : 0,
      standing: word.checked ? 'unknown' : 'alone',
      parts: none,
    });
  }
  return out;
}

/** Removes atoms that lie inside a longer word of class COVER: 分享 in 分享装, 红包 in 红包袋. */
function removeCovered(atoms: Atom[], coverId: number | undefined): Atom[] {
  if (coverId === undefined) return atoms;
  const covers = atoms.filter((atom) => atom.classes.includes(coverId)).sort((left, right) => left.start - right.start);
  if (covers.length === 0) return atoms;
  return atoms.filter((atom) => {
    for (const cover of covers) {
      if (cover.start > atom.start) break;
      const isLonger = cover.end - cover.start > atom.end - atom.start;
      if (isLonger && cover.start <= atom.start && cover.end >= atom.end) return false;
    }
    return true;
  });
}

function numberAtoms(view: View, grammar: CompiledGrammar): Atom[] {
  return findNumbers(view).map(({ className, start, end, value }) => {
    const names = className === 'PERSONS' ? ['PERSONS', 'COUNT'] : [className];
    const classes = names.map((name) => grammar.classIds.get(name) ?? 0);
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
  const table = new AtomTable(grammar.classIds.size, options.accepts);
  const words = removeCovered(wordAtoms(view, grammar), grammar.classIds.get('COVER'));
  for (const atom of words) table.add(atom);
  for (const atom of numberAtoms(view, grammar)) table.add(atom);
  for (const atom of maskAtoms(view, grammar)) table.add(atom);
  for (const atom of surfaceAtoms(grammar, options.isAdvertising === true)) table.add(atom);
  for (const atom of options.extra?.() ?? []) table.add(atom);
  table.sort();
  return table;
}
