import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The look of the component library's text area; every colour is one of the app's own roles, so dark mode follows. */
export const editorTheme: Extension = EditorView.theme({
  '&': {
    color: 'var(--ant-color-text)',
    backgroundColor: 'var(--ant-color-bg-container)',
    border: '1px solid var(--ant-color-border)',
    borderRadius: 'var(--ant-border-radius)',
    fontSize: '14px',
  },
  '&.cm-focused': {
    outline: '2px solid var(--ant-color-primary)',
    outlineOffset: '-1px',
    borderColor: 'var(--ant-color-primary)',
  },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.75', overflow: 'auto' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ant-color-text)' },
  '.cm-line': { padding: '0 12px' },
  '.cm-placeholder': { color: 'var(--ant-color-text-tertiary)' },
  '.cm-cursor': { borderLeftColor: 'var(--ant-color-text)' },
  '.cm-specialChar': { color: 'var(--bad-text)', backgroundColor: 'var(--bad-tint)', borderRadius: '2px' },
  '.cm-tooltip': {
    zIndex: '1100',
    border: '1px solid var(--ant-color-border)',
    borderRadius: 'var(--ant-border-radius-lg)',
    backgroundColor: 'var(--ant-color-bg-elevated)',
    color: 'var(--ant-color-text)',
    boxShadow: 'var(--ant-box-shadow-secondary)',
    overflow: 'hidden',
  },
});
