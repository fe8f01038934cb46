import { Button, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import { type RenewalRow, type RenewalScope, renewalScopes } from '#contract/links';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { useToday } from '../../state/use-today.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TopButton } from '../top/top-button.tsx';
import { RenewBack } from './renew-back.tsx';
import { RenewList } from './renew-list.tsx';
import './renew.css';

/** 0: those that have ended already. */
const windows = [0, 7, 15, 30] as const;
type Days = (typeof windows)[number];
const batchSizes = [10, 20, 50] as const;

/** Step by step: which products need new links, their addresses to make them from, and the new links back. */
export function RenewDesk(): ReactNode {
  const { t } = useTranslator();
  const today = useToday();
  const [days, setDays] = useState<Days>(7);
  const [scope, setScope] = useState<RenewalScope>('any');
  const [size, setSize] = useState<number>(20);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const by = today === '' ? null : addDays(today, days === 0 ? -1 : days);
  const params = by === null ? null : { by, scope, offset: 0, limit: size };
  const { data, error, reload } = useRemote('links.renewals', params);
  const rows = data?.items ?? [];
  const chosen = rows.filter(({ productId }) => !left.has(productId));
  return (
    <div className="renew-desk">
      <div className="toolbar">
        <Segmented<Days>
          aria-label={t('links.renew.window')}
          value={days}
          onChange={setDays}
          options={windows.map((value) => ({
            value,
            label: value === 0 ? t('links.renew.ended') : t('links.renew.within', { n: value }),
          }))}
        />
        <Segmented<RenewalScope>
          aria-label={t('links.renew.scope')}
          value={scope}
          onChange={setScope}
          options={renewalScopes.map((value) => ({ value, label: t(`links.renew.scope.${value}`) }))}
        />
        <span className="secondary" role="status">
          {data ? t('links.renew.total', { n: data.total ?? 0 }) : null}
        </span>
        <span className="toolbar-space" />
        <span className="renew-batch">
          <span className="secondary">{t('links.renew.batch')}</span>
          <Segmented<number>
            aria-label={t('links.renew.batch')}
            value={size}
            onChange={setSize}
            options={batchSizes.map((value) => ({ value, label: String(value) }))}
          />
        </span>
      </div>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data && rows.length === 0 ? (
        <EmptyState title={t('links.renew.none')}>{t('links.renew.none.text')}</EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Panel title={t('links.renew.step1')} note={t('links.renew.step1.note')}>
            <RenewList
              rows={rows}
              left={left}
              onLeave={(productId, leave) => {
                const next = new Set(left);
                if (leave) next.add(productId);
                else next.delete(productId);
                setLeft(next);
              }}
            />
          </Panel>
          <Panel title={t('links.renew.step2')} note={t('links.renew.step2.note')}>
            <Addresses rows={chosen} />
          </Panel>
          <Panel title={t('links.renew.step3')} note={t('links.renew.step3.note')}>
            <RenewBack rows={chosen} />
          </Panel>
        </>
      ) : null}
    </div>
  );
}

const alimama = 'https://pub.alimama.com/';

/** The item pages to make links from, to copy at once, and the way to where that is done. */
function Addresses({ rows }: { rows: readonly RenewalRow[] }): ReactNode {
  const { t } = useTranslator();
  const { host } = useServices();
  const pages = rows.flatMap(({ pageUrl }) => pageUrl ?? []);
  const missing = rows.length - pages.length;
  return (
    <div className="toolbar">
      <CopyButton text={pages.join('\n')} type="primary" disabled={pages.length === 0}>
        {t('links.renew.copy', { n: pages.length })}
      </CopyButton>
      <Button onClick={() => void host.openExternal(alimama)}>{t('links.renew.openAlimama')}</Button>
      <TopButton
        products={{ ids: rows.map(({ productId }) => productId) }}
        count={rows.length}
        disabled={rows.length === 0}
      >
        {t('top.menu.renew')}
      </TopButton>
      {missing === 0 ? null : <span className="secondary">{t('links.renew.noPage', { n: missing })}</span>}
    </div>
  );
}
