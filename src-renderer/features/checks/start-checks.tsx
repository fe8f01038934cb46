import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { CheckScope } from '#contract/checks';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices, useSettings } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { useAction } from '../../ui/use-action.ts';
import { useAskFirst } from './use-ask-first.ts';

/** One run takes this many of what is due; the next takes the rest. */
const dueAtOnce = 2_000;

/** The ways to begin a check; each leads to its run. */
export function StartChecks(): ReactNode {
  const { t } = useTranslator();
  const { transport, route } = useServices();
  const { surface } = useSettings();
  const askFirst = useAskFirst();
  const { run, busy } = useAction();
  const { data: campaigns } = useRemote('campaigns.list', { archived: false });

  const start = async (scope: CheckScope): Promise<void> => {
    const started = await transport.call('checks.start', { scope, surface: null, proxy: null });
    route.getState().go('checks', { id: String(started.run.id) });
  };
  const all = (): void =>
    run(async () => {
      const { total } = await transport.call('links.count', { filter: { surface } });
      askFirst(total, () => run(() => start({ type: 'all' })));
    });
  const items = (campaigns ?? []).map(({ id, name }) => ({ key: String(id), label: name }));
  return (
    <>
      <Dropdown
        menu={{
          items: items.length > 0 ? items : [{ key: '', label: t('checks.start.noCampaign'), disabled: true }],
          onClick: ({ key }) => run(() => start({ type: 'campaign', id: Number(key), surface: null })),
        }}
        trigger={['click']}
      >
        <Button>{t('checks.start.campaign')}</Button>
      </Dropdown>
      <Button onClick={all}>{t('checks.start.all')}</Button>
      <Button type="primary" loading={busy} onClick={() => run(() => start({ type: 'due', limit: dueAtOnce }))}>
        {t('checks.start.due')}
      </Button>
    </>
  );
}
