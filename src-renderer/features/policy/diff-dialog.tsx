import { Button, Modal, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ChangeList } from './change-list.tsx';

/** What a kept pack says otherwise than the one in use. */
export function DiffDialog({ packId, onClose }: { packId: string; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('policy.diff', { before: null, after: { id: packId } });
  return (
    <Modal
      open
      width={720}
      title={
        data ? t('policy.pack.diff.title', { before: data.before.id, after: data.after.id }) : t('policy.pack.diff')
      }
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data ? <ChangeList changes={data.changes} /> : null}
      {!data && !error ? <Skeleton active /> : null}
    </Modal>
  );
}
