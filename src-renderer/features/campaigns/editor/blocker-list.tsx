import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignItem } from '#contract/campaigns';
import { blockerMessages, stepNames } from '#contract/messages/campaign-messages';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import { useTranslator } from '../../../i18n/locale.tsx';
import { SeverityTag } from '../../../ui/severity-tag.tsx';

interface BlockerListProps {
  item: CampaignItem;
  onFix(fix: ItemFix): void;
}

/** Fixes shown beside a blocker; the rest is reached through the list's own menus. */
const shownFixes = 4;

/** Everything that keeps an item from being posted or that one should know first, each with what can be done. */
export function BlockerList({ item: { blockers }, onFix }: BlockerListProps): ReactNode {
  const { pick } = useTranslator();
  if (blockers.length === 0) return null;
  return (
    <ul className="blocker-list">
      {blockers.map(({ code, severity, params, fixes }) => (
        <li key={code}>
          <SeverityTag severity={severity} />
          <span>{pick(blockerMessages[code], params)}</span>
          <span className="page-actions">
            {fixes.slice(0, shownFixes).map((fix, index) => (
              <Button
                key={fix}
                size="small"
                type={index === 0 && severity === 'block' ? 'primary' : 'default'}
                onClick={() => onFix(fix)}
              >
                {pick(stepNames[fix])}
              </Button>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
