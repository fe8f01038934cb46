import { useEffect } from 'react';
import { useServices, useSettings } from '../../state/services.tsx';

/** A text pasted while no field has the keyboard is taken apart at once. */
export function usePasteAnywhere(active: boolean): void {
  const { paste, route } = useServices();
  const { surface } = useSettings();
  useEffect(() => {
    if (!active) return undefined;
    const onPaste = (event: ClipboardEvent): void => {
      const { target } = event;
      const inField = target instanceof Element && target.closest('input, textarea, [contenteditable=true]') !== null;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (inField || text.trim() === '') return;
      event.preventDefault();
      void paste.getState().read(text, surface);
      route.getState().go('links', { view: { tab: 'paste' } });
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [active, paste, route, surface]);
}
