import { type CSSProperties, type FocusEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { useTranslator } from '../../i18n/locale.tsx';
import type { Finding, LintReport } from '#domain/compliance/finding';
import { closeCard, closeCards, goToNextFinding, goToPreviousFinding, revealFinding } from './editor/finding-cards.ts';
import { insertText, replaceText, showFindings, useCopyView } from './editor/use-copy-view.ts';
import { EditorBar } from './editor-bar.tsx';
import { FindingCard } from './finding-card.tsx';
import { FindingsList } from './findings-list.tsx';
import { useFalseAlarm } from './use-false-alarm.tsx';
import { useLint } from './use-lint.ts';
import { useRewrites } from './use-rewrites.ts';
import './compliance.css';

interface CopyEditorProps {
  /** Names the text being edited: another id brings another text and a fresh undo history. */
  textId: string;
  /** The text. Another one from outside takes its place in one step, which can be undone. */
  value: string;
  /** Called with the whole text after each edit of the user, but not in the middle of an input method's word. */
  onChange(text: string): void;
  /** Where the text is to be posted (a surface id or a position in a page); null = not known. */
  surface: string | null;
  /** Judge by the rules of this day; null or absent = the day the user judges by. */
  asOf?: string | null;
  /** Accessible name. */
  label: string;
  placeholder?: string;
  readOnly?: boolean;
  /** Lines the editor is high at least and at most. */
  minRows?: number;
  maxRows?: number;
  /** Whether all findings are listed below the text, too. */
  listFindings?: boolean;
  /** Told of every new report of the text as it stands. */
  onReport?(report: LintReport): void;
  /** Further buttons in the explanation of a finding, after “false alarm”. */
  actions?(finding: Finding): ReactNode;
  /** Tools before the line's right end; `insert` puts a text where the cursor is. */
  tools?(insert: (text: string) => void): ReactNode;
  /** Shown at the right of the line below the text. */
  extra?: ReactNode;
}

/**
 * A text editor that judges while one writes: underlines by severity, explanations on hover and on F8, one-click
 * rewrites as ordinary undoable edits. Works on texts of 100,000 characters and under Chinese input methods.
 */
export function CopyEditor(props: CopyEditorProps): ReactNode {
  const { textId, value, onChange, surface, asOf = null, label, placeholder = '', readOnly = false } = props;
  const { minRows = 6, maxRows = 18, listFindings = false, onReport, actions, tools, extra } = props;
  const { t } = useTranslator();
  const [text, setText] = useState(value);
  const shown = { textId, value, label, placeholder, readOnly };
  const { parent, view, cards } = useCopyView({ ...shown, onChange, onText: setText });
  useEffect(() => {
    if (view !== null) setText(view.state.doc.toString());
  }, [view]);
  const linted = useLint({ text, surface, asOf });
  const rewrites = useRewrites(linted, surface, asOf);
  const { report, checkedText } = linted;
  const judged = checkedText ?? text;
  const { doubt, dialog } = useFalseAlarm(surface);
  const takeForFalseAlarm = (finding: Finding): void => {
    if (view !== null) closeCards(view);
    doubt(judged, finding);
  };
  const buttons = (finding: Finding): ReactNode => (
    <>
      <Button size="small" onClick={() => takeForFalseAlarm(finding)}>
        {t('falseAlarm.button')}
      </Button>
      {actions?.(finding)}
    </>
  );

  useEffect(() => {
    if (view === null || report === null || checkedText === null) return;
    showFindings(view, report.findings, checkedText);
    onReport?.(report);
  }, [view, report, checkedText, onReport]);

  const applyRewrite = useCallback(
    (rewritten: string) => {
      if (view === null) return;
      closeCard(view);
      replaceText(view, rewritten);
      view.focus();
    },
    [view],
  );
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = root.current;
    if (view === null || element === null) return undefined;
    // Not a React handler: a drawer around the editor must not see an Escape that closed an explanation.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.isComposing || !closeCard(view)) return;
      event.stopPropagation();
      view.focus();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => element.removeEventListener('keydown', onKeyDown);
  }, [view]);
  const onBlur = (event: FocusEvent): void => {
    if (view !== null && !event.currentTarget.contains(event.relatedTarget)) closeCard(view);
  };

  return (
    <div className="copy-editor" ref={root} onBlur={onBlur}>
      <div
        ref={parent}
        className="copy-editor-text"
        style={{ '--min-rows': minRows, '--max-rows': maxRows } as CSSProperties}
      />
      {cards.map(({ id, box, findings }) =>
        createPortal(
          <FindingCard
            findings={findings}
            text={judged}
            rewrites={readOnly ? null : rewrites}
            onUse={applyRewrite}
            actions={buttons}
          />,
          box,
          id,
        ),
      )}
      <EditorBar
        text={text}
        linted={linted}
        rewrites={readOnly ? null : rewrites}
        onPrevious={() => view && goToPreviousFinding(view)}
        onNext={() => view && goToNextFinding(view)}
        onRewrite={applyRewrite}
        extra={
          <>
            {readOnly ? null : tools?.((inserted) => view && insertText(view, inserted))}
            {extra}
          </>
        }
      />
      {listFindings && report !== null && report.findings.length + report.allowed.length > 0 ? (
        <FindingsList
          findings={report.findings}
          allowed={report.allowed}
          text={judged}
          onLocate={(finding) => view && revealFinding(view, finding)}
          actions={buttons}
        />
      ) : null}
      {dialog}
    </div>
  );
}
