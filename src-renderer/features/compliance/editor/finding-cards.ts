import { type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  closeHoverTooltips,
  type Command,
  EditorView,
  hoverTooltip,
  keymap,
  showTooltip,
  type Tooltip,
} from '@codemirror/view';
import type { Finding } from '#domain/compliance/finding';
import { findingsAt, neighbourFinding, type PlacedFinding, placedFindings } from './finding-marks.ts';

/** Draws explanations into the boxes the editor places. */
export interface CardHost {
  /** Fills a box; returns what takes the content away again. */
  mount(box: HTMLElement, findings: readonly Finding[]): () => void;
}

function cardBox(host: CardHost, findings: readonly Finding[]): { dom: HTMLElement; destroy(): void } {
  const dom = document.createElement('div');
  dom.className = 'finding-card-box';
  return { dom, destroy: host.mount(dom, findings) };
}

function boxAt({ from, to }: PlacedFinding, create: Tooltip['create']): Tooltip {
  return { pos: from, end: to, above: false, create };
}

/** Opens the explanation of a finding, or closes the open one. */
const openCard = StateEffect.define<PlacedFinding | null>();

function openField(host: CardHost): StateField<Tooltip | null> {
  return StateField.define<Tooltip | null>({
    create: () => null,
    update(open, transaction) {
      for (const effect of transaction.effects) {
        if (!effect.is(openCard)) continue;
        const placed = effect.value;
        return placed === null ? null : boxAt(placed, () => cardBox(host, [placed.finding]));
      }
      return transaction.docChanged || transaction.selection ? null : open;
    },
    provide: (field) => showTooltip.from(field),
  });
}

function select(view: EditorView, placed: PlacedFinding): boolean {
  view.dispatch({
    selection: { anchor: placed.from, head: placed.to },
    effects: [openCard.of(placed), EditorView.announce.of(placed.finding.explanation)],
    scrollIntoView: true,
  });
  return true;
}

/** Selects a finding in the text and opens its explanation. */
export function revealFinding(view: EditorView, finding: Finding): void {
  const placed = placedFindings(view.state).find((each) => each.finding === finding);
  if (placed !== undefined) select(view, placed);
  view.focus();
}

function goTo(direction: 1 | -1): Command {
  return (view) => {
    const placed = neighbourFinding(view.state, direction);
    return placed === null ? false : select(view, placed);
  };
}

export const goToNextFinding: Command = goTo(1);
export const goToPreviousFinding: Command = goTo(-1);

const cardOpen = StateField.define<boolean>({
  create: () => false,
  update(open, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(openCard)) return effect.value !== null;
    return open && !docChanged && !selection;
  },
});

/** Explanations of findings: on hover, and on F8 / Shift-F8, which also walk from finding to finding. */
export function findingCards(host: CardHost): Extension {
  return [
    cardOpen,
    openField(host),
    hoverTooltip((view, position, side) => {
      if (view.composing || view.state.field(cardOpen)) return null;
      const found = findingsAt(view.state, position).filter(
        ({ from, to }) => !(from === position && side < 0) && !(to === position && side > 0),
      );
      const [first] = found;
      if (first === undefined) return null;
      const findings = found.map(({ finding }) => finding);
      return boxAt(first, () => cardBox(host, findings));
    }),
    keymap.of([
      { key: 'F8', run: goToNextFinding, preventDefault: true },
      { key: 'Shift-F8', run: goToPreviousFinding, preventDefault: true },
    ]),
  ];
}

/** Closes the explanation that was opened by keyboard; false when none is open. */
export function closeCard(view: EditorView): boolean {
  if (!view.state.field(cardOpen)) return false;
  view.dispatch({ effects: openCard.of(null) });
  return true;
}

/** Closes every explanation, also the one under the pointer: nothing stays in front of a dialog opened from it. */
export function closeCards(view: EditorView): void {
  view.dispatch({ effects: [openCard.of(null), closeHoverTooltips] });
}
