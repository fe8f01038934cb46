import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { asAppError } from '../state/as-app-error.ts';

export interface Action {
  /** True while the work is under way; disable the button meanwhile. */
  busy: boolean;
  /** Runs work that the user asked for; a failure is told in a notice and leaves the screen as it was. */
  run(work: () => Promise<unknown>): void;
}

/** Runs what a button starts and reports failures in the user's language. */
export function useAction(): Action {
  const { message } = App.useApp();
  const { errorText } = useTranslator();
  const [running, setRunning] = useState(0);
  const run = useCallback(
    (work: () => Promise<unknown>) => {
      setRunning((count) => count + 1);
      work()
        .catch((failure: unknown) => {
          const error = asAppError(failure);
          if (error.code !== 'CANCELLED') void message.error(errorText(error), 6);
        })
        .finally(() => setRunning((count) => count - 1));
    },
    [message, errorText],
  );
  return { busy: running > 0, run };
}
