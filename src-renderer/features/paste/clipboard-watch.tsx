import { App, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { limits } from '#contract/limits';
import type { PasteReading } from '#contract/paste';
import { isPlainPage } from '#domain/links/link-kinds';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';

const noticeKey = 'clipboard';

/** Links worth keeping that the catalog does not have. */
const newLinks = ({ links }: PasteReading): number =>
  links.filter(({ suggested, knownLinkId, kind }) => suggested && knownLinkId === null && !isPlainPage(kind)).length;

/**
 * Where the user turned it on: reads the clipboard's text when the window comes to the front and says so when it holds
 * links the catalog does not have. The text goes no further than this computer's own engine and is not kept.
 */
export function ClipboardWatch(): ReactNode {
  const { t } = useTranslator();
  const { notification } = App.useApp();
  const { transport, paste, route } = useServices();
  const { watchClipboard, surface } = useSettings();
  const seen = useRef('');

  useEffect(() => {
    if (!watchClipboard) return undefined;
    const look = async (): Promise<void> => {
      const text = await navigator.clipboard.readText();
      if (text === seen.current || text.trim() === '' || text.length > limits.pasteUnits) return;
      seen.current = text;
      const reading = await transport.call('paste.read', { text, surface, own: false });
      const links = newLinks(reading);
      if (links === 0) return;
      notification.info({
        key: noticeKey,
        title: t('paste.seen.title'),
        description: t('paste.seen.text', { products: reading.products.length, links }),
        placement: 'bottomRight',
        actions: (
          <Button
            size="small"
            type="primary"
            onClick={() => {
              notification.destroy(noticeKey);
              void paste.getState().read(text, surface);
              route.getState().go('links', { view: { tab: 'paste' } });
            }}
          >
            {t('paste.seen.open')}
          </Button>
        ),
      });
    };
    // A clipboard that cannot be read just now (no focus, a picture on it) is looked at the next time.
    const onFocus = (): void => void look().catch(() => undefined);
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [watchClipboard, surface, transport, notification, paste, route, t]);
  return null;
}
