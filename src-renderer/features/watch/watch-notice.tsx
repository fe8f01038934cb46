import { App, Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRoute, useServices } from '../../state/services.tsx';
import { useWatchOffers } from './use-watch-offers.ts';

const noticeKey = 'watched-folder';
const shownSeconds = 12;

/** Says once that files came into the watched folder. What is left there is told by the imports page and its name. */
export function WatchNotice(): ReactNode {
  const { t } = useTranslator();
  const { notification } = App.useApp();
  const { watch } = useServices();
  const { page } = useRoute();
  const offers = useStore(watch, (state) => state.offers);
  const { take, ignore } = useWatchOffers();
  const told = useRef(new Set<string>());

  useEffect(() => {
    watch
      .getState()
      .load()
      // Without an engine the window says so itself.
      .catch(() => undefined);
  }, [watch]);

  useEffect(() => {
    const came = offers.filter(({ id }) => !told.current.has(id));
    for (const { id } of came) told.current.add(id);
    if (offers.length === 0 || page === 'imports') notification.destroy(noticeKey);
    if (came.length === 0 || page === 'imports') return;
    const ids = came.map(({ id }) => id);
    const act = (work: (ids: string[]) => void) => () => {
      notification.destroy(noticeKey);
      work(ids);
    };
    notification.info({
      key: noticeKey,
      title: t('watch.came', { n: came.length }),
      description: came.length === 1 ? came[0]?.name : t('watch.came.first', { file: came[0]?.name ?? '' }),
      placement: 'bottomRight',
      duration: shownSeconds,
      actions: (
        <div className="toolbar">
          <Button size="small" type="primary" onClick={act(take)}>
            {t('watch.import')}
          </Button>
          <Button size="small" onClick={act(ignore)}>
            {t('watch.ignore')}
          </Button>
        </div>
      ),
    });
  }, [offers, page, notification, t, take, ignore]);
  return null;
}
