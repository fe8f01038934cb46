import { Alert } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { AppError } from '#contract/errors';
import type { PickedFile } from '#contract/files';
import type { OpenedPack } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { hasEnded } from '../../state/jobs-store.ts';
import { useJob, useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

export interface PackOpening {
  busy: boolean;
  pick(container: 'zip' | 'folder'): void;
  openDropped(files: readonly File[]): void;
  /** How the last opening went; null before. */
  notice: ReactNode;
}

/** Opens a pack from disk: follows the checking, then goes to the pack or says why not. */
export function usePackOpening(): PackOpening {
  const { t, errorText } = useTranslator();
  const { transport, host, route } = useServices();
  const { busy, run } = useAction();
  const [opening, setOpening] = useState<{ jobId: string; name: string } | null>(null);
  const job = useJob(opening?.jobId ?? null);
  const ended = job !== null && hasEnded(job);
  const opened = ended && job.state === 'done' ? (job.result as OpenedPack) : null;

  useEffect(() => {
    if (!opened) return;
    const view = { opened: opened.isNew ? 'new' : 'known', missing: opened.missing };
    route.getState().go('packs', { id: String(opened.id), view });
  }, [opened, route]);

  async function open(file: PickedFile | null | undefined): Promise<void> {
    if (!file) return;
    const started = await transport.call('packs.open', { file: file.ref });
    setOpening({ jobId: started.id, name: file.name });
  }

  const failure = ended && job.error ? errorText(AppError.fromData(job.error)) : null;
  return {
    busy: busy || (opening !== null && !ended),
    pick: (container) => run(async () => open(await host.pickPack(container))),
    openDropped: (files) => run(async () => open((await host.takeDroppedFiles(files.slice(0, 1)))[0])),
    notice:
      failure === null ? null : (
        <Alert
          type="error"
          showIcon
          closable={{ onClose: () => setOpening(null) }}
          title={`${t('packs.notOpened')} · ${opening?.name ?? ''}`}
          description={failure}
        />
      ),
  };
}
