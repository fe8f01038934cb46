import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { stepNames } from '#contract/messages/campaign-messages';
import { useTranslator } from '../../../i18n/locale.tsx';

interface ItemStepButtonProps {
  item: CampaignItem;
  onStep(item: CampaignItem): void;
}

/** The one next step of an item. */
export function ItemStepButton({ item, onStep }: ItemStepButtonProps): ReactNode {
  const { t, pick } = useTranslator();
  if (item.leftOut) {
    return (
      <Button
        size="small"
        aria-label={t('campaigns.stepOf', { step: t('campaigns.bringBack'), title: item.title })}
        onClick={(event) => {
          event.stopPropagation();
          onStep(item);
        }}
      >
        {t('campaigns.bringBack')}
      </Button>
    );
  }
  if (item.nextStep === null) return <span className="faint">—</span>;
  return (
    <Button
      size="small"
      aria-label={t('campaigns.stepOf', { step: pick(stepNames[item.nextStep]), title: item.title })}
      onClick={(event) => {
        event.stopPropagation();
        onStep(item);
      }}
    >
      {pick(stepNames[item.nextStep])}
    </Button>
  );
}
