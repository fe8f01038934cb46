import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';
import { RunLine } from './run-line.tsx';

/** Checks one link at once and says how it goes; what it learned shows up around it. */
export function CheckNow({ linkId, checked }: { linkId: number; checked: boolean }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { run, busy } = useAction();
  const [runId, setRunId] = useState<number | null>(null);
  const start = (): void =>
    run(async () => {
      const scope = { type: 'links' as const, linkIds: [linkId] };
      const started = await transport.call('checks.start', { scope, surface: null, proxy: null });
      setRunId(started.run.id);
    });
  return (
    <div className="check-now">
      <Button onClick={start} loading={busy}>
        {t(checked ? 'checks.again' : 'checks.now')}
      </Button>
      {runId === null ? null : <RunLine key={runId} runId={runId} />}
    </div>
  );
}
