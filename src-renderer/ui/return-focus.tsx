import { type ReactNode, useEffect, useState } from 'react';

/** Around dialogs that are there only while they are open: gives the keyboard back to where it came from when they go. */
export function ReturnFocus({ children }: { children: ReactNode }): ReactNode {
  // Before the dialog takes it.
  const [from] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const lost = document.activeElement === null || document.activeElement === document.body;
      if (lost && from instanceof HTMLElement && from.isConnected) from.focus({ preventScroll: true });
    },
    [from],
  );
  return children;
}
