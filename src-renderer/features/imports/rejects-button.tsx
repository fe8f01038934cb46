import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ImportBatchRow } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Gives the rows that were not imported as a table with their reasons, to be put right and imported again. */
export function RejectsButton({ batch }: { batch: ImportBatchRow }): ReactNode {
  const { t, locale } = useTranslator();
  const { transport, host } = useServices();
  const { busy, run } = useAction();
  if (batch.rejected === 0) return null;
  const save = (): void =>
    run(async () => {
      const { ref, name } = await transport.call('import.exportRejects', { batchId: batch.id });
      await host.revealOrDownload(ref, name);
    });
  return (
    <Button loading={busy} onClick={save}>
      {t('imports.exportRejects', { n: batch.rejected.toLocaleString(locale) })}
    </Button>
  );
}
