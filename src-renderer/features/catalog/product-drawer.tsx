import { Button, Drawer, Skeleton } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { AddToCampaignDialog } from './add-to-campaign-dialog.tsx';
import { ProductSheet } from './product-sheet.tsx';

/** One product with everything known of it, beside the list. @param id null = closed */
export function ProductDrawer({ id, onClose }: { id: string | null; onClose(): void }): ReactNode {
  const { t } = useTranslator();
  const [adding, setAdding] = useState(false);
  return (
    <Drawer
      open={id !== null}
      onClose={onClose}
      size={640}
      mask={false}
      title={t('catalog.product')}
      extra={
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('catalog.addToCampaign')}
        </Button>
      }
      destroyOnHidden
    >
      {id === null ? null : <Product id={id} key={id} />}
      {adding && id !== null ? (
        <AddToCampaignDialog
          products={{ ids: [id] }}
          count={1}
          onClose={() => setAdding(false)}
          onAdded={() => undefined}
        />
      ) : null}
    </Drawer>
  );
}

function Product({ id }: { id: string }): ReactNode {
  const { data, error, reload } = useRemote('catalog.product', { id });
  if (data) return <ProductSheet detail={data} />;
  return error ? <ErrorNotice error={error} onRetry={reload} /> : <Skeleton active paragraph={{ rows: 8 }} />;
}
