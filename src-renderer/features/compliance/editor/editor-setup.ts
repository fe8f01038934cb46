import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { editorTheme } from './editor-theme.ts';
import { type CardHost, findingCards } from './finding-cards.ts';
import { findingMarks } from './finding-marks.ts';

export interface EditorSetup {
  /** Accessible name of the text box. */
  label: string;
  placeholder: string;
  /** Nonce under which the page's content security policy lets style elements in. */
  styleNonce: string;
  readOnly: boolean;
  /** Numbers the lines. */
  lines: boolean;
  cards: CardHost;
  /** What a hidden character is called. */
  hiddenCharacter(code: number): string;
  /** Called after every change of the text, but not while an input method is composing. */
  onText(view: EditorView): void;
}

/** Tells of changes of the text once no input method is in the middle of a word. */
function textListener(onText: EditorSetup['onText']): Extension {
  let held = false;
  return [
    EditorView.updateListener.of(({ docChanged, view }) => {
      if (!docChanged) return;
      if (view.composing) held = true;
      else onText(view);
    }),
    EditorView.domEventHandlers({
      // The editor takes the composed text in after this event, hence the next turn.
      compositionend: (_, view) =>
        void setTimeout(() => {
          if (!held || view.composing) return;
          held = false;
          onText(view);
        }),
    }),
  ];
}

/**
 * CodeMirror is used because a hand-made contenteditable cannot hold underlines, an input method's composition and
 * one undo history at once. It leaves the line being composed alone, draws only the lines in view (100,000 characters
 * are no effort), counts in UTF-16 units as findings do, and takes a nonce for its styles. MIT; about 100 KB gzipped,
 * loaded with the first page that edits copy.
 */
export function editorExtensions(setup: EditorSetup): Extension[] {
  return [
    // A lone line separator keeps a `\r` that came with a text; offsets and official 口令 stay as they are.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n')),
    EditorView.cspNonce.of(setup.styleNonce),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': setup.label, 'aria-multiline': 'true', spellcheck: 'false' }),
    EditorState.readOnly.of(setup.readOnly),
    history(),
    setup.lines ? lineNumbers() : [],
    findingMarks,
    findingCards(setup.cards),
    keymap.of([{ key: 'Enter', run: insertNewline, shift: insertNewline }, ...historyKeymap, ...standardKeymap]),
    placeholder(setup.placeholder),
    highlightSpecialChars({
      render(code) {
        const mark = document.createElement('span');
        mark.className = 'cm-specialChar';
        mark.textContent = '•';
        mark.title = setup.hiddenCharacter(code);
        mark.setAttribute('aria-label', mark.title);
        return mark;
      },
    }),
    textListener(setup.onText),
    editorTheme,
  ];
}
