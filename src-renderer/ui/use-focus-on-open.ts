import { type RefObject, useCallback, useRef } from 'react';

interface FocusOnOpen<Element extends { focus(): void }> {
  ref: RefObject<Element | null>;
  /** For the dialog: gives the keyboard to the element once the dialog is there. */
  afterOpenChange(open: boolean): void;
}

/** Starts a dialog at the element that is used first, so that typing works without reaching for the mouse. */
export function useFocusOnOpen<Element extends { focus(): void }>(): FocusOnOpen<Element> {
  const ref = useRef<Element>(null);
  const afterOpenChange = useCallback((open: boolean) => {
    if (open) ref.current?.focus();
  }, []);
  return { ref, afterOpenChange };
}
