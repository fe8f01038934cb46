import { Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { EvidenceSheet } from './evidence-sheet.tsx';
import './checks.css';

/** Everything a link's verdicts rest on, beside the page one is on. @param linkId null = closed */
export function EvidenceDrawer({ linkId, onClose }: { linkId: number | null; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  return (
    <Drawer open={linkId !== null} onClose={onClose} size={720} title={t('evidence.title')} destroyOnHidden>
      {linkId === null ? null : <Evidence key={linkId} linkId={linkId} />}
    </Drawer>
  );
}

function Evidence({ linkId }: { linkId: number }): ReactNode {
  const evidence = useRemote('checks.evidence', { linkId });
  const judged = useRemote('links.verdicts', { linkId });
  const error = evidence.error ?? judged.error;
  if (evidence.data && judged.data) return <EvidenceSheet view={evidence.data} verdicts={judged.data.verdicts} />;
  if (!error) return <Skeleton active paragraph={{ rows: 10 }} />;
  return (
    <ErrorNotice
      error={error}
      onRetry={() => {
        evidence.reload();
        judged.reload();
      }}
    />
  );
}
