import { useEffect } from 'react';
import { useUndo } from './use-undo.ts';

/** Where the keys of an undo belong to what is typed there. */
const typing = 'input, textarea, [contenteditable="true"], .cm-editor';

/** Ctrl+Z takes back what was done last, except where one types. */
export function useUndoKey(): void {
  const { takeBackLast } = useUndo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(typing)) return;
      event.preventDefault();
      takeBackLast();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [takeBackLast]);
}
