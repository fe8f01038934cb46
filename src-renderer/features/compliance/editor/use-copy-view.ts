import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { ConfigProvider } from 'antd';
import { type RefObject, use, useEffect, useRef, useState } from 'react';
import type { Finding } from '#domain/compliance/finding';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useLatest } from '../../../ui/use-latest.ts';
import { textChanges } from '../text-changes.ts';
import { editorExtensions } from './editor-setup.ts';
import { setFindings } from './finding-marks.ts';
import { TextEcho } from './text-echo.ts';

/** An explanation's box the editor has placed, waiting for its content. */
export interface OpenCard {
  id: string;
  box: HTMLElement;
  findings: readonly Finding[];
}

interface CopyViewOptions {
  /** Names the text; another id means another text with an undo history of its own. */
  textId: string;
  value: string;
  /** Told of what the user does to the text: typing, undo, a rewrite; not of a value handed in. */
  onChange(text: string): void;
  /** Told of the text whenever it is another, whoever changed it. */
  onText?(text: string): void;
  label: string;
  placeholder: string;
  readOnly: boolean;
  lines?: boolean;
}

interface CopyView {
  parent: RefObject<HTMLDivElement | null>;
  view: EditorView | null;
  cards: readonly OpenCard[];
}

/** Replaces the text as one undoable step that touches only what differs. */
export function replaceText(view: EditorView, text: string): void {
  const changes = textChanges(view.state.doc.toString(), text);
  if (changes.length > 0) view.dispatch({ changes, userEvent: 'input.rewrite', scrollIntoView: true });
}

/** Puts a text in the place of what is selected, as one step that can be undone. */
export function insertText(view: EditorView, text: string): void {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input', scrollIntoView: true });
  view.focus();
}

/** Shows findings of `checkedText`, unless the text has moved on since or an input method is composing. */
export function showFindings(view: EditorView, findings: readonly Finding[], checkedText: string): void {
  if (view.composing || view.state.doc.toString() !== checkedText) return;
  view.dispatch({ effects: setFindings.of(findings) });
}

/** Keeps one editor alive beside React: the text lives in the editor, React hears of changes and may hand in others. */
export function useCopyView(options: CopyViewOptions): CopyView {
  const { textId, value, label, placeholder, readOnly, lines = false } = options;
  const { t } = useTranslator();
  const { csp } = use(ConfigProvider.ConfigContext);
  const styleNonce = csp?.nonce ?? '';
  const parent = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [cards, setCards] = useState<readonly OpenCard[]>([]);
  const [echo] = useState(() => new TextEcho());
  const takingIn = useRef(false);
  const latest = useLatest({ ...options, t });

  useEffect(() => {
    if (parent.current === null) return undefined;
    const onText = (changed: EditorView): void => {
      const text = changed.state.doc.toString();
      latest.current.onText?.(text);
      if (takingIn.current) return;
      echo.handOut(text);
      latest.current.onChange(text);
    };
    let mounted = 0;
    const mount = (box: HTMLElement, findings: readonly Finding[]): (() => void) => {
      const card = { id: `${textId} ${++mounted}`, box, findings };
      setCards((before) => [...before, card]);
      return () => setCards((before) => before.filter((each) => each !== card));
    };
    const created = new EditorView({
      parent: parent.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: editorExtensions({
          label,
          placeholder,
          styleNonce,
          readOnly,
          lines,
          onText,
          cards: { mount },
          hiddenCharacter: (code) =>
            latest.current.t('compliance.hidden', { code: code.toString(16).toUpperCase().padStart(4, '0') }),
        }),
      }),
    });
    echo.clear();
    setView(created);
    return () => {
      created.destroy();
      setView(null);
      setCards([]);
    };
  }, [textId, label, placeholder, styleNonce, readOnly, lines, echo, latest]);

  useEffect(() => {
    if (view === null || echo.takeBack(value)) return;
    takingIn.current = true;
    replaceText(view, value);
    takingIn.current = false;
  }, [view, value, echo]);

  return { parent, view, cards };
}
