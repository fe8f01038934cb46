import { Button, Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignChange } from '#contract/campaign-changes';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { shortTime } from '../../../ui/short-time.ts';
import { useAction } from '../../../ui/use-action.ts';
import { changeText } from '../change-text.ts';

/** Changes listed; older ones can no longer be taken back one by one anyway. */
const listed = 100;

/** Everything that was done to a campaign, newest first; each can be taken back, and made again. */
export function HistoryDrawer({ campaignId, onClose }: { campaignId: number; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('campaigns.history', { id: campaignId, limit: listed });
  return (
    <Drawer open onClose={onClose} size={560} title={t('campaigns.history')}>
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && !error ? <Skeleton active /> : null}
      {data?.length === 0 ? <p className="secondary">{t('campaigns.noHistory')}</p> : null}
      <ol className="change-history">
        {data?.map((change) => (
          <ChangeLine key={change.changeId} change={change} />
        ))}
      </ol>
    </Drawer>
  );
}

function ChangeLine({ change }: { change: CampaignChange }): ReactNode {
  const translator = useTranslator();
  const { t, locale } = translator;
  const { transport } = useServices();
  const { run, busy } = useAction();
  const { changeId, at, undone } = change;
  return (
    <li>
      <time dateTime={at} className="faint tabular">
        {shortTime(at, locale)}
      </time>
      <span className={undone ? 'change-undone' : undefined}>{changeText(change, translator)}</span>
      <Button
        size="small"
        loading={busy}
        onClick={() => run(() => transport.call('campaigns.undo', { changeId, redo: undone }))}
      >
        {t(undone ? 'campaigns.redo' : 'common.undo')}
      </Button>
    </li>
  );
}
