import { Drawer, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { LinkSheet } from './link-sheet.tsx';

/** One link with everything known of it, beside the list. @param id row id of the link; null = closed */
export function LinkDrawer({ id, onClose }: { id: string | null; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const linkId = Number(id);
  return (
    <Drawer open={id !== null} onClose={onClose} size={600} mask={false} title={t('links.link')} destroyOnHidden>
      {Number.isSafeInteger(linkId) && linkId > 0 ? <Link linkId={linkId} key={id} /> : null}
    </Drawer>
  );
}

function Link({ linkId }: { linkId: number }): ReactNode {
  const { data, error, reload } = useRemote('links.detail', { linkId });
  if (data) return <LinkSheet detail={data} />;
  return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active paragraph={{ rows: 8 }} />;
}
