import { RadarChartOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CheckScope } from '#contract/checks';
import type { SurfaceId } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { useAskFirst } from './use-ask-first.ts';
import { CheckRunDrawer } from './check-run-drawer.tsx';

interface CheckButtonProps extends Omit<ButtonProps, 'onClick' | 'loading'> {
  /** Which links to ask about. */
  scope: CheckScope;
  /** Place that results are stated for; null = the one the app opens on. */
  surface?: SurfaceId | null;
  /** How many links that is, where it may be many; then it is asked first. */
  links?: number;
  children?: ReactNode;
}

/** Starts a check of some links and shows how it goes beside the page. */
export function CheckButton({ scope, surface = null, links = 0, children, ...button }: CheckButtonProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const askFirst = useAskFirst();
  const [runId, setRunId] = useState<number | null>(null);
  const start = (): void =>
    run(async () => {
      const started = await transport.call('checks.start', { scope, surface, proxy: null });
      setRunId(started.run.id);
    });
  return (
    <>
      <Button icon={<RadarChartOutlined />} {...button} loading={busy} onClick={() => askFirst(links, start)}>
        {children ?? t('checks.start')}
      </Button>
      <CheckRunDrawer runId={runId} onClose={() => setRunId(null)} onStarted={setRunId} />
    </>
  );
}
