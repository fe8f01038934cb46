import { App, Button } from 'antd';
import { useCallback } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { useAction } from './use-action.ts';

const shownForSeconds = 10;

/** Says what was done and offers to take it back. */
export function useUndoNotice(): (text: string, undo: () => Promise<unknown>) => void {
  const { notification } = App.useApp();
  const { t } = useTranslator();
  const { run } = useAction();
  return useCallback(
    (text, undo) => {
      const key = `undo-${Date.now()}`;
      notification.info({
        key,
        title: text,
        duration: shownForSeconds,
        placement: 'bottomRight',
        actions: (
          <Button
            size="small"
            onClick={() => {
              notification.destroy(key);
              run(undo);
            }}
          >
            {t('common.undo')}
          </Button>
        ),
      });
    },
    [notification, run, t],
  );
}
