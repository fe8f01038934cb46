import type { Atoms } from './grammar/atoms.ts';
import type { CompiledGrammar } from './grammar/compile-grammar.ts';
import { forgetIdleDisguises } from './grammar/disguised-words.ts';
import type { ViewOptions, ViewResult } from './lint-view.ts';
import type { FoldTable } from './text/fold-table.ts';
import { foldText } from './text/fold.ts';
import type { Memory } from './text/memory.ts';
import { applyMasks, findMaskedRanges } from './text/mask.ts';
import { columnViews, reverseView } from './text/permute.ts';
import { undoDisguise } from './text/rewrite.ts';
import { windowsAround } from './text/windows.ts';
import { createView, foldBits, foldsOf, type View } from './text/view.ts';
import type { Undisguise } from './undisguise.ts';

/** Short texts are read backwards and column by column as well, and with a disguise in them once more as a whole. */
const longestShort = 200;
/** How far from a disguised word what goes with it is looked for in longer texts: it mostly lies within 20 units. */
const disguiseReach = 32;

/** Disguises to the eye: each may make a word, or none. */
const seen =
  foldBits['inserted-symbol'] |
  foldBits.emoji |
  foldBits['split-character'] |
  foldBits.vertical |
  foldBits['look-alike'] |
  foldBits.repeated;
/** With those of words found by ear. */
const disguises = seen | foldBits.homophone | foldBits.pinyin;

/** A judged reading; `isText` marks the two that run in the order of the text. */
export interface Reading extends ViewResult {
  isText: boolean;
}

/** A text read in another order is believed only when several words fall into place. */
function onlyWholePhrases(result: ViewResult): Reading {
  const detections = result.detections.filter(
    (found) => found.parts.filter((part) => part.end - part.start >= 2).length >= 2,
  );
  return { ...result, detections, isText: false };
}

/** What readings are made with: the tables of the rules, and memory for the views, to last as long as they are used. */
export interface ReadingTools {
  table: FoldTable;
  grammar: Pick<CompiledGrammar, 'matcher'>;
  undisguise: Undisguise;
  memory: Memory;
}

/** Judges a text as written, with its disguises undone and, when short, backwards and column by column. */
export function readings(
  text: string,
  { table, grammar, undisguise, memory }: ReadingTools,
  judge: (view: View, options: ViewOptions) => ViewResult,
): Reading[] {
  const { breaks, homophones, rewrite } = undisguise;
  const accepting = (view: View) => (start: number, end: number) => breaks.accepts(view, start, end);
  const folded = foldText(text, table, createView(text.length, memory));
  const base = applyMasks(folded, findMaskedRanges(text));
  const out: Reading[] = [{ ...judge(base, { accepts: accepting(base) }), isText: true }];
  const rewritten = undoDisguise(base, rewrite);
  // Marks of words found by ear must not show up in findings of the text as written.
  const undone = { ...rewritten, folds: rewritten.folds.slice() };
  const soundalikes = (view: View, atoms: Atoms | null) =>
    homophones.find(view, (start, end) => breaks.accepts(view, start, end, false), atoms);
  const isShort = base.length <= longestShort;
  if (!isShort) forgetIdleDisguises(undone, seen, grammar);
  soundalikes(undone, null);
  const suspicious = windowsAround(undone, disguises, isShort ? undone.length : disguiseReach);
  if (suspicious !== null) {
    const extra = (atoms: Atoms) => soundalikes(suspicious, atoms);
    // Only what rests on an undone disguise counts; the rest was judged as written.
    const counts = (start: number, end: number) => (foldsOf(suspicious, start, end) & disguises) !== 0;
    out.push({ ...judge(suspicious, { accepts: accepting(suspicious), extra, counts }), isText: true });
  }
  if (isShort) {
    for (const view of [reverseView(undone), ...columnViews(base)]) {
      out.push(onlyWholePhrases(judge(view, { accepts: accepting(view) })));
    }
  }
  return out;
}
