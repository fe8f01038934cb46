import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import type { CampaignSummary, ItemEdit } from '#contract/campaigns';
import type { SurfaceId } from '#contract/surfaces';
import { stepNames } from '#contract/messages/campaign-messages';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import type { AnyFix, ItemFixes } from '../../fixes/use-item-fixes.tsx';
import { useCampaignChange } from '../use-campaign-change.ts';

interface BulkBarProps {
  ticked: readonly number[];
  surface: SurfaceId;
  /** The list shows what is left out here. */
  leftOut: boolean;
  campaign: CampaignSummary;
  fixes: ItemFixes;
  onClear(): void;
  /** Absent while the order cannot be changed. */
  onMove?(itemIds: readonly number[], end: 'first' | 'last'): void;
}

/** What can be done with the ticked items, each as one change that can be taken back. */
export function BulkBar(props: BulkBarProps): ReactNode {
  const { ticked, surface, leftOut, campaign, fixes, onClear, onMove } = props;
  const { t, pick } = useTranslator();
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  if (ticked.length === 0) return null;
  const targets = ticked.map((itemId) => ({ itemId, surface }));
  const edit = (part: Omit<ItemEdit, 'itemId' | 'surface'>): void =>
    change(
      () => transport.call('campaigns.edit', { edits: targets.map((target) => ({ ...target, ...part })) }),
      onClear,
    );
  const fix = (name: AnyFix, label: string) => ({ key: name, label, onClick: () => fixes.apply(name, targets) });
  const onOthers = campaign.surfaces.filter((place) => place.surface !== surface);
  const copyTo = (to: SurfaceId): void =>
    change(
      () =>
        transport.call('campaigns.edit', { edits: ticked.map((itemId) => ({ itemId, surface: to, leftOut: false })) }),
      onClear,
    );

  return (
    <section className="selection-bar" aria-label={t('catalog.selection')}>
      <strong className="tabular" role="status">
        {t('campaigns.ticked', { n: ticked.length })}
      </strong>
      {leftOut ? (
        <Button type="primary" loading={busy} onClick={() => edit({ leftOut: false })}>
          {t('campaigns.bringBack')}
        </Button>
      ) : (
        <>
          <Button onClick={() => fixes.apply('relink', targets)}>{pick(stepNames.relink)}</Button>
          <Button onClick={() => fixes.apply('rewrite', targets)}>{pick(stepNames.rewrite)}</Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                fix('replace', t('fixes.replace')),
                fix('reset', t('fixes.reset')),
                { type: 'divider' },
                fix('move', pick(stepNames.move)),
                ...onOthers.map((place) => ({
                  key: `copy-${place.surface}`,
                  label: t('campaigns.alsoOn', { surface: t(`surface.${place.surface}`) }),
                  onClick: () => copyTo(place.surface),
                })),
                fix('leave-out', pick(stepNames['leave-out'])),
                { type: 'divider' },
                { key: 'posted', label: pick(stepNames['mark-posted']), onClick: () => edit({ posted: true }) },
                { key: 'not-posted', label: t('campaigns.notPosted'), onClick: () => edit({ posted: false }) },
                fix('override', pick(stepNames.override)),
                {
                  key: 'lift',
                  label: t('campaigns.liftOverride'),
                  onClick: () => edit({ overrideReason: null }),
                },
                ...(onMove
                  ? [
                      { type: 'divider' as const },
                      { key: 'first', label: t('campaigns.toTop'), onClick: () => onMove(ticked, 'first') },
                      { key: 'last', label: t('campaigns.toBottom'), onClick: () => onMove(ticked, 'last') },
                    ]
                  : []),
              ],
            }}
          >
            <Button icon={<DownOutlined />} iconPlacement="end" loading={busy}>
              {t('common.more')}
            </Button>
          </Dropdown>
        </>
      )}
      <Button danger onClick={() => fixes.apply('remove', targets)}>
        {pick(stepNames.remove)}
      </Button>
      <span className="toolbar-space" />
      <Button type="text" onClick={onClear}>
        {t('catalog.untick')}
      </Button>
    </section>
  );
}
