import type { CompiledGrammar } from './grammar/compile-grammar.ts';
import { findAtoms, type AtomOptions } from './grammar/find-atoms.ts';
import { runDetectors, type Counts, type Detected } from './grammar/run-detectors.ts';
import { runPhrases } from './grammar/run-phrases.ts';
import type { SequenceContext } from './grammar/sequence.ts';
import { findBoundaries } from './text/boundaries.ts';
import type { View } from './text/view.ts';

/** Detections of one view, with the view they refer to. */
export interface ViewResult extends Detected {
  view: View;
  /** Words and boundaries the detections were found by. */
  context: SequenceContext;
}

/** How words are found, and which detections count: all of them when it does not say. */
export interface ViewOptions extends AtomOptions {
  counts?: Counts;
}

/** Runs words, phrases and detectors over one view. */
export function lintView(view: View, grammar: CompiledGrammar, options: ViewOptions): ViewResult {
  const context: SequenceContext = {
    table: findAtoms(view, grammar, options),
    elements: grammar.elements,
    boundaries: findBoundaries(view),
    units: view.units,
    length: view.length,
  };
  runPhrases(context, grammar);
  return { view, ...runDetectors(context, grammar, options.counts), context };
}
