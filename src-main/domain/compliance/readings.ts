import type { Atoms } from './grammar/atoms.ts';
import type { AtomOptions } from './grammar/find-atoms.ts';
import type { ViewResult } from './lint-view.ts';
import type { FoldTable } from './text/fold-table.ts';
import { foldText } from './text/fold.ts';
import { applyMasks, findMaskedRanges } from './text/mask.ts';
import { columnViews, reverseView } from './text/permute.ts';
import { undoDisguise } from './text/rewrite.ts';
import { windowsAround } from './text/windows.ts';
import { foldBits, foldsOf, type View } from './text/view.ts';
import type { Undisguise } from './undisguise.ts';

/** Reversed and column-wise readings are looked at only for short texts. */
const longestPermuted = 200;
/** How far from a disguised word the rest of its sentence is looked for. */
const disguiseReach = 60;

const disguises =
  foldBits['inserted-symbol'] |
  foldBits.emoji |
  foldBits['split-character'] |
  foldBits.homophone |
  foldBits.pinyin |
  foldBits.vertical |
  foldBits['look-alike'] |
  foldBits.repeated;

/** A judged reading; `isText` marks the two that run in the order of the text. */
export interface Reading extends ViewResult {
  isText: boolean;
}

/** Of the undone view only what rests on an undone disguise counts; the rest was judged as written. */
function onlyDisguised(result: ViewResult): Reading {
  const detections = result.detections.filter(
    (found) => (foldsOf(result.view, found.start, found.end) & disguises) !== 0,
  );
  return { ...result, detections, isText: true };
}

/** A text read in another order is believed only when several words fall into place. */
function onlyWholePhrases(result: ViewResult): Reading {
  const detections = result.detections.filter(
    (found) => found.parts.filter((part) => part.end - part.start >= 2).length >= 2,
  );
  return { ...result, detections, isText: false };
}

/** Judges a text as written, with its disguises undone and, when short, backwards and column by column. */
export function readings(
  text: string,
  table: FoldTable,
  undisguise: Undisguise,
  judge: (view: View, finder: AtomOptions) => ViewResult,
): Reading[] {
  const { breaks, homophones, rewrite } = undisguise;
  const accepting = (view: View) => (start: number, end: number) => breaks.accepts(view, start, end);
  const base = applyMasks(foldText(text, table), findMaskedRanges(text));
  const out: Reading[] = [{ ...judge(base, { accepts: accepting(base) }), isText: true }];
  const rewritten = undoDisguise(base, rewrite);
  // Marks of words found by ear must not show up in findings of the text as written.
  const undone = { ...rewritten, folds: rewritten.folds.slice() };
  const soundalikes = (view: View, atoms: Atoms | null) =>
    homophones.find(view, (start, end) => breaks.accepts(view, start, end, false), atoms);
  soundalikes(undone, null);
  const suspicious = windowsAround(undone, disguises, disguiseReach);
  if (suspicious !== null) {
    const extra = (atoms: Atoms) => soundalikes(suspicious, atoms);
    out.push(onlyDisguised(judge(suspicious, { accepts: accepting(suspicious), extra })));
  }
  if (base.length <= longestPermuted) {
    for (const view of [reverseView(undone), ...columnViews(base)]) {
      out.push(onlyWholePhrases(judge(view, { accepts: accepting(view) })));
    }
  }
  return out;
}
