import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { Blocker, CampaignItem } from '#contract/campaigns';
import { blockerMessages, stepNames } from '#contract/messages/campaign-messages';
import type { ItemFix } from '#domain/campaigns/item-fixes';
import { useTranslator } from '../../../i18n/locale.tsx';
import { BlockerTag } from '../../../ui/blocker-tag.tsx';

interface BlockerListProps {
  item: CampaignItem;
  onFix(fix: ItemFix): void;
}

/** Fixes that are buttons of their own; the others are in a menu. */
const shownFixes = 3;

/** Everything that keeps an item from being posted or that one should know first, each with what can be done. */
export function BlockerList({ item: { blockers }, onFix }: BlockerListProps): ReactNode {
  const { pick } = useTranslator();
  if (blockers.length === 0) return null;
  return (
    <ul className="blocker-list">
      {blockers.map((blocker) => (
        <li key={blocker.code}>
          <BlockerTag severity={blocker.severity} code={blocker.code} />
          <span>{pick(blockerMessages[blocker.code], blocker.params)}</span>
          {blocker.fixes.length > 0 ? <Fixes blocker={blocker} onFix={onFix} /> : null}
        </li>
      ))}
    </ul>
  );
}

function Fixes({ blocker: { severity, fixes }, onFix }: { blocker: Blocker; onFix(fix: ItemFix): void }): ReactNode {
  const { t, pick } = useTranslator();
  const others = fixes.slice(shownFixes);
  return (
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
      {others.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{ items: others.map((fix) => ({ key: fix, label: pick(stepNames[fix]), onClick: () => onFix(fix) })) }}
        >
          <Button size="small" icon={<DownOutlined />} iconPlacement="end">
            {t('common.more')}
          </Button>
        </Dropdown>
      )}
    </span>
  );
}
