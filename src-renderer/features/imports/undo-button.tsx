import { Button, Popconfirm } from 'antd';
import type { ReactNode } from 'react';
import type { ImportBatchRow } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Takes an import out of the catalog again, after asking. Progress shows where all jobs do. */
export function UndoButton({ batch, small = false }: { batch: ImportBatchRow; small?: boolean }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { busy, run } = useAction();
  if (batch.state !== 'merged') return null;
  return (
    <Popconfirm
      title={t('imports.undo.title')}
      description={<p className="undo-text">{t('imports.undo.text')}</p>}
      okText={t('imports.undo')}
      cancelText={t('common.cancel')}
      onConfirm={() => run(() => transport.call('import.undo', { batchId: batch.id }))}
    >
      <Button size={small ? 'small' : 'middle'} loading={busy}>
        {t('imports.undo')}
      </Button>
    </Popconfirm>
  );
}
