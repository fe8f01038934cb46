import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { type RejectFormat, rejectFormats } from '#contract/import';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useAction } from '../../ui/use-action.ts';

/** Hands the rejected rows of an import back as a file to repair and import again. */
export function RejectsButton({ batch }: { batch: { id: number; rejected: number } }): ReactNode {
  const { t } = useTranslator();
  const { transport, host } = useServices();
  const { busy, run } = useAction();
  if (batch.rejected === 0) return null;
  const write = (format: RejectFormat): void =>
    run(async () => {
      const { ref, name } = await transport.call('import.exportRejects', { batchId: batch.id, format, target: null });
      await host.revealOrDownload(ref, name);
    });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: rejectFormats.map((key) => ({ key, label: t(`imports.rejects.${key}`) })),
        onClick: ({ key }) => write(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      <Button size="small" icon={<DownloadOutlined />} loading={busy}>
        {t('imports.rejects', { n: batch.rejected })}
      </Button>
    </Dropdown>
  );
}
