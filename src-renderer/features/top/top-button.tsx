import { SyncOutlined } from '@ant-design/icons';
import { Button, type ButtonProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { ProductSelection } from '#contract/catalog';
import { useTranslator } from '../../i18n/locale.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { RunDrawer } from './run-drawer.tsx';

interface TopButtonProps extends Omit<ButtonProps, 'onClick'> {
  products: ProductSelection;
  /** How many; null while they are being counted. */
  count: number | null;
  children?: ReactNode;
}

/** Renews coupons or links of some products through the Taobao Open Platform: choose, look ahead, start, watch. */
export function TopButton({ products, count, children, ...button }: TopButtonProps): ReactNode {
  const { t } = useTranslator();
  const [planning, setPlanning] = useState(false);
  const [runId, setRunId] = useState<number | null>(null);
  return (
    <>
      <Button icon={<SyncOutlined />} {...button} onClick={() => setPlanning(true)}>
        {children ?? t('top.menu')}
      </Button>
      {planning ? (
        <PlanDialog
          products={products}
          count={count}
          onClose={() => setPlanning(false)}
          onStarted={(id) => {
            setPlanning(false);
            setRunId(id);
          }}
        />
      ) : null}
      <RunDrawer runId={runId} onClose={() => setRunId(null)} />
    </>
  );
}
