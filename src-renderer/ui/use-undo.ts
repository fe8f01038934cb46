import { App } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { useServices } from '../state/services.tsx';
import { useAction } from './use-action.ts';

export interface Undo {
  /** Takes back what a notice told of. */
  takeBack(key: string): void;
  /** Takes back what was done last in this session. */
  takeBackLast(): void;
}

/** Takes back what was done, from the notice it left or by key. */
export function useUndo(): Undo {
  const { message, notification } = App.useApp();
  const { undo: store } = useServices();
  const { t } = useTranslator();
  const { run } = useAction();

  const takeBack = useCallback(
    (key: string): void => {
      notification.destroy(key);
      const undoable = store.getState().take(key);
      if (!undoable) return;
      run(async () => {
        await undoable.undo();
        void message.success(t('undo.done', { text: undoable.text }));
      });
    },
    [notification, message, store, run, t],
  );
  return useMemo(
    () => ({
      takeBack,
      takeBackLast: () => {
        const last = store.getState().done.at(-1);
        if (last) takeBack(last.key);
        else void message.info(t('undo.nothing'));
      },
    }),
    [takeBack, store, message, t],
  );
}
