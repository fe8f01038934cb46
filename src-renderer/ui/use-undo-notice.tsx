import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { useServices } from '../state/services.tsx';
import { useUndo } from './use-undo.ts';

const shownForSeconds = 10;

/** Says what was done and offers to take it back; `same` as in the undo store. */
export function useUndoNotice(): (text: string, undo: () => Promise<unknown>, same?: string) => void {
  const { notification } = App.useApp();
  const { undo: store } = useServices();
  const { t } = useTranslator();
  const { takeBack } = useUndo();
  return useCallback(
    (text, undo, same) => {
      const key = store.getState().add(text, undo, same);
      notification.info({
        key,
        title: text,
        duration: shownForSeconds,
        placement: 'bottomRight',
        actions: (
          <Button size="small" onClick={() => takeBack(key)}>
            {t('common.undo')}
          </Button>
        ),
      });
    },
    [notification, store, takeBack, t],
  );
}
