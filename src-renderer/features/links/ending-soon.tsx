import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { LinkFilter, LinkRow } from '#contract/links';
import { linkKindName } from '#contract/messages/link-messages';
import { addDays, daysBetween } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { Panel } from '../../ui/panel.tsx';
import { OneLine } from '../../ui/one-line.tsx';
import { remainingText } from './link-cells.tsx';
import { endingFirst } from './links-view.ts';

const shown = 12;
const days = 7;

/** The links that end first, and the way to renew them. */
export function EndingSoon({ today }: { today: string }): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { surface } = useSettings();
  const filter: LinkFilter = { surface, endsBetween: { from: today, to: addDays(today, days) } };
  const { data } = useRemote('links.query', { filter, sort: endingFirst, offset: 0, limit: shown });
  const { data: count } = useRemote('links.count', { filter });
  const { go } = route.getState();
  const total = count?.total ?? 0;
  return (
    <Panel
      title={t('links.soon.title', { n: days })}
      note={count ? t('links.count', { n: total.toLocaleString(locale) }) : null}
      actions={
        <Button type="primary" onClick={() => go('links', { view: { tab: 'renew' } })}>
          {t('links.soon.renew')}
        </Button>
      }
    >
      {data?.items.length === 0 ? <p className="secondary">{t('links.soon.none')}</p> : null}
      <ul className="soon-list">
        {data?.items.map((link) => (
          <li key={link.id}>
            <SoonLink link={link} today={today} onOpen={() => go('links', { id: String(link.id) })} />
          </li>
        ))}
      </ul>
      {total > shown ? (
        <Button type="link" className="soon-all" onClick={() => go('links', { view: { filter } })}>
          {t('links.soon.all', { n: total.toLocaleString(locale) })}
        </Button>
      ) : null}
    </Panel>
  );
}

function SoonLink({ link, today, onOpen }: { link: LinkRow; today: string; onOpen(): void }): ReactNode {
  const translator = useTranslator();
  const left = link.deadFrom === null ? 0 : daysBetween(today, link.deadFrom) - 1;
  return (
    <button type="button" className="soon-link" onClick={onOpen}>
      <OneLine>{link.productTitle ?? link.value}</OneLine>
      <small className="secondary one-line">{translator.pick(linkKindName(link.kind))}</small>
      <small className="stat-warn tabular">{remainingText(left, translator)}</small>
    </button>
  );
}
