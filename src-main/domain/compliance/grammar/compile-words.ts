import { inSteps } from '../../shared/in-steps.ts';
import type { WordClassData, WordsPack } from '../packs/pack-types.ts';
import { foldText } from '../text/fold.ts';
import { isFolded, type FoldTable } from '../text/fold-table.ts';
import { createView, textOf, type View } from '../text/view.ts';
import type { ClassRegistry } from './class-registry.ts';
import { expandWord } from './expand-words.ts';

/** One word with all classes that list it. */
export interface CompiledWord {
  text: string;
  classes: number[];
  /** The same as a run of the registry. */
  run: number;
  fuzzy: boolean;
  checked: boolean;
  noun: boolean;
  initials: boolean;
}

/** Between 汉字 and Latin letters or digits: many set a space there. */
const scriptChange = /(?<=[\u4E00-\u9FFF])(?=[0-9a-z])|(?<=[0-9a-z])(?=[\u4E00-\u9FFF])/g;

/** A word as it may be set: 打开app and 打开 app. */
function settings(text: string): string[] {
  if (!/[0-9a-z]/.test(text)) return [text];
  const spaced = text.replaceAll(scriptChange, ' ');
  return spaced === text ? [text] : [text, spaced];
}

/** Words compiled in one step. */
const wordsPerStep = 2_000;

function addWord(byText: Map<string, CompiledWord>, text: string, id: number, data: WordClassData): void {
  let word = byText.get(text);
  if (word === undefined) {
    const initials = data.initials === true;
    word = { text, classes: [], run: 0, fuzzy: false, checked: false, noun: false, initials };
    byText.set(text, word);
  }
  if (!word.classes.includes(id)) word.classes.push(id);
  word.fuzzy ||= data.fuzzy === true;
  word.noun ||= data.nouns === true;
  // One character alone is nearly always part of some other word.
  word.checked ||= data.checked === true || (text.length === 1 && /[\u4E00-\u9FFF]/.test(text));
}

/** Folds words into one view: tens of thousands of views of their own cost more than the folding. */
interface WordFolding {
  table: FoldTable;
  scratch: View;
}

/** Adds all forms of a word as the data file writes it. */
function addForms(
  byText: Map<string, CompiledWord>,
  template: string,
  { table, scratch }: WordFolding,
  of: { id: number; data: WordClassData },
): void {
  for (const form of expandWord(template)) {
    const folded = isFolded(form, table) ? form : textOf(foldText(form, table, scratch));
    if (folded === '') continue;
    for (const text of settings(folded)) addWord(byText, text, of.id, of.data);
  }
}

/** All words of the packs, in steps; their classes are defined in the registry. */
export function* wordSteps(
  packs: readonly WordsPack[],
  registry: ClassRegistry,
  table: FoldTable,
): Generator<void, CompiledWord[]> {
  const byText = new Map<string, CompiledWord>();
  const folding = { table, scratch: createView(64) };
  let compiled = 0;
  for (const data of packs.flatMap((pack) => pack.classes)) {
    if (byText.size - compiled >= wordsPerStep) {
      compiled = byText.size;
      yield;
    }
    const id = registry.define(data.name, data.role ?? 'claim');
    for (const template of data.words.flatMap((line) => line.split(/\s+/)).filter((word) => word !== ''))
      addForms(byText, template, folding, { id, data });
  }
  yield;
  const words = [...byText.values()];
  yield* inSteps(words, wordsPerStep, (word) => {
    word.run = registry.runs.of(word.classes);
  });
  return words;
}
