import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { watchProblems } from '#contract/messages/watch-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { fileSize } from '../../ui/file-size.ts';
import { Panel } from '../../ui/panel.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { OneLine } from '../../ui/one-line.tsx';
import { useWatchOffers } from './use-watch-offers.ts';
import './watch.css';

/** Files that came into the watched folder, to be imported or ignored. Not there while there is nothing to say. */
export function WatchPanel(): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { watch } = useServices();
  const { folder, problem, offers } = useStore(watch);
  const { busy, take, ignore } = useWatchOffers();
  const all = offers.map(({ id }) => id);
  if (folder === null) return null;
  return (
    <>
      {problem === null ? null : (
        <Alert type="warning" showIcon title={pick(watchProblems[problem])} description={folder} />
      )}
      {offers.length === 0 ? null : (
        <Panel
          title={t('watch.came', { n: offers.length })}
          note={folder}
          id="watched-folder"
          actions={
            offers.length === 1 ? null : (
              <>
                <Button disabled={busy} onClick={() => ignore(all)}>
                  {t('watch.ignoreAll')}
                </Button>
                <Button type="primary" disabled={busy} onClick={() => take(all)}>
                  {t('watch.importAll', { n: offers.length })}
                </Button>
              </>
            )
          }
        >
          <ul className="watch-offers">
            {offers.map(({ id, name, bytes, modifiedAt }) => (
              <li key={id}>
                <OneLine as="strong">{name}</OneLine>
                <span className="secondary tabular">
                  {fileSize(bytes, locale)} · {shortTime(modifiedAt, locale)}
                </span>
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={t('watch.ignoreFile', { file: name })}
                  onClick={() => ignore([id])}
                >
                  {t('watch.ignore')}
                </Button>
                <Button
                  size="small"
                  type={offers.length === 1 ? 'primary' : 'default'}
                  disabled={busy}
                  aria-label={t('watch.importFile', { file: name })}
                  onClick={() => take([id])}
                >
                  {t('watch.import')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}
