import type { EditorView } from '@codemirror/view';
import { type CSSProperties, type ReactNode, useEffect } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useCopyView } from '../../compliance/editor/use-copy-view.ts';
import '../../compliance/compliance.css';

interface TemplateCodeProps {
  /** Names the text; another id brings another undo history. */
  textId: string;
  value: string;
  readOnly: boolean;
  onChange(text: string): void;
  /** Told of the editor once it is there; null when it goes. */
  onView(view: EditorView | null): void;
}

/** The text of a template, with numbered lines. */
export function TemplateCode({ textId, value, readOnly, onChange, onView }: TemplateCodeProps): ReactNode {
  const { t } = useTranslator();
  const label = t('templates.body');
  const { parent, view } = useCopyView({ textId, value, onChange, label, placeholder: '', readOnly, lines: true });
  useEffect(() => onView(view), [view, onView]);
  return (
    <div className="copy-editor template-code">
      <div ref={parent} className="copy-editor-text" style={{ '--min-rows': 12, '--max-rows': 24 } as CSSProperties} />
    </div>
  );
}

/** Puts the cursor into a line. @param line from 1 */
export function goToLine(view: EditorView, line: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
  view.focus();
}
