import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignItem, ItemTarget } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useCampaignChange } from '../use-campaign-change.ts';

/** The written reason an item is let through with, and the way to take it back. */
export function OverrideNote({ item, target }: { item: CampaignItem; target: ItemTarget }): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  if (item.overrideReason === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('campaigns.overridden', { reason: item.overrideReason })}
      action={
        <Button
          size="small"
          loading={busy}
          onClick={() => change(() => transport.call('campaigns.editItem', { ...target, overrideReason: null }))}
        >
          {t('campaigns.liftOverride')}
        </Button>
      }
    />
  );
}
