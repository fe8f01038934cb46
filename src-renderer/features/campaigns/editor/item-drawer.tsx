import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignItem, ItemTarget } from '#contract/campaigns';
import { useTranslator } from '../../../i18n/locale.tsx';
import type { ItemFixes } from '../../fixes/use-item-fixes.tsx';
import { ItemEditor } from './item-editor.tsx';

interface ItemDrawerProps {
  campaignId: number;
  /** Null: closed. */
  target: ItemTarget | null;
  /** Items of the list in posting order, to step through. */
  ids: readonly number[];
  fixes: ItemFixes;
  onStep(item: CampaignItem): void;
  /** Another item, or null to close. */
  onOpen(itemId: number | null): void;
}

/** One item beside the list: its copy, its link, what is in its way, and how it will look. */
export function ItemDrawer({ campaignId, target, ids, fixes, onStep, onOpen }: ItemDrawerProps): ReactNode {
  const { t } = useTranslator();
  const at = target === null ? -1 : ids.indexOf(target.itemId);
  // An item that was put right leaves a list of those to fix; the next one is then where it was.
  const [last, setLast] = useState(0);
  if (at >= 0 && at !== last) setLast(at);
  const before = ids[(at < 0 ? last : at) - 1];
  const after = ids[at < 0 ? last : at + 1];
  return (
    <Drawer
      open={target !== null}
      onClose={() => onOpen(null)}
      size={1040}
      mask={false}
      destroyOnHidden
      title={at < 0 ? t('campaigns.item') : t('campaigns.itemOf', { n: at + 1, total: ids.length })}
      extra={
        <span className="page-actions">
          <Button
            icon={<UpOutlined />}
            aria-label={t('campaigns.previousItem')}
            disabled={before === undefined}
            onClick={() => before !== undefined && onOpen(before)}
          />
          <Button
            icon={<DownOutlined />}
            aria-label={t('campaigns.nextItem')}
            disabled={after === undefined}
            onClick={() => after !== undefined && onOpen(after)}
          />
        </span>
      }
    >
      {target === null ? null : (
        <ItemEditor
          campaignId={campaignId}
          key={`${target.itemId} ${target.surface}`}
          target={target}
          fixes={fixes}
          onStep={onStep}
        />
      )}
    </Drawer>
  );
}
