import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { PackSummary } from '#contract/packs';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ExportDialog } from './export-dialog.tsx';

export function PacksPage(): ReactNode {
  const { t } = useTranslator();
  const { data } = useRemote('packs.list', {});
  const [again, setAgain] = useState<PackSummary | null>(null);
  return (
    <>
      <PageHeader title={t('nav.packs')} />
      {data?.map((pack) => (
        <p key={pack.id}>
          {pack.fileName} <Button onClick={() => setAgain(pack)}>Export</Button>
        </p>
      ))}
      {again?.campaignId ? (
        <ExportDialog
          campaignId={again.campaignId}
          surfaces={['group', 'moments']}
          surface={again.surface}
          onClose={() => setAgain(null)}
        />
      ) : null}
    </>
  );
}
