import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Finding } from '#domain/compliance/finding';

/** A finding where it stands in the text now: its own offsets are those of the text that was checked. */
export interface PlacedFinding {
  finding: Finding;
  from: number;
  to: number;
}

/** Replaces the marks by the findings of the text as it stands. */
export const setFindings = StateEffect.define<readonly Finding[]>();

function marksOf(findings: readonly Finding[], length: number): DecorationSet {
  const marks = findings
    .filter(({ start, end }) => start < end && end <= length)
    .map((finding) =>
      Decoration.mark({ class: `finding-mark finding-${finding.severity}`, finding }).range(finding.start, finding.end),
    );
  return Decoration.set(marks, true);
}

const markField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) next = marksOf(effect.value, transaction.newDoc.length);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Underlines for findings; they move with the text while it is edited, until the next check replaces them. */
export const findingMarks: Extension = markField;

/** All findings in the order of the text. */
export function placedFindings(state: EditorState): PlacedFinding[] {
  const placed: PlacedFinding[] = [];
  state.field(markField).between(0, state.doc.length, (from, to, { spec }) => {
    placed.push({ finding: (spec as { finding: Finding }).finding, from, to });
  });
  return placed;
}

/** Findings that cover the place between two characters, nearest start last. */
export function findingsAt(state: EditorState, position: number): PlacedFinding[] {
  return placedFindings(state).filter(({ from, to }) => from <= position && position <= to);
}

/** The finding after (or before) a place, going round at the end of the text. */
export function neighbourFinding(state: EditorState, direction: 1 | -1): PlacedFinding | null {
  const { from: start, to: end } = state.selection.main;
  const placed = placedFindings(state);
  const next =
    direction === 1
      ? placed.find(({ from, to }) => from > start || (from === start && to > end))
      : placed.findLast(({ from, to }) => from < start || (from === start && to < end));
  return next ?? placed.at(direction === 1 ? 0 : -1) ?? null;
}
