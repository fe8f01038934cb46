import { App } from 'antd';
import { useCallback } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';

/** So many are checked in a minute or two; nobody has to be asked. */
const fewLinks = 200;

/** Asks before a check of many links, saying how many and what it costs; starts a small one at once. */
export function useAskFirst(): (links: number, start: () => void) => void {
  const { t, locale } = useTranslator();
  const { modal } = App.useApp();
  return useCallback(
    (links, start) => {
      if (links <= fewLinks) return start();
      void modal.confirm({
        title: t('checks.many.ask', { n: links.toLocaleString(locale) }),
        content: t('checks.many.note'),
        okText: t('checks.start'),
        onOk: start,
      });
    },
    [modal, t, locale],
  );
}
