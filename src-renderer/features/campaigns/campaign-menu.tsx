import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CampaignSummary } from '#contract/campaigns';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useToday } from '../../state/use-today.ts';
import { dayOfColumn } from './board-columns.ts';
import { CampaignDialog } from './campaign-dialog.tsx';
import { useCampaignChange } from './use-campaign-change.ts';
import { useCampaignRoutes } from './use-campaign-routes.ts';

interface CampaignMenuProps {
  campaign: CampaignSummary;
  /** Shown after the campaign was deleted. */
  onDeleted?(): void;
  /** Further entries, before the last group. */
  more?: MenuProps['items'];
}

/** What can be done with a whole campaign; each of it can be taken back. */
export function CampaignMenu({ campaign, onDeleted, more = [] }: CampaignMenuProps): ReactNode {
  const { t } = useTranslator();
  const { transport } = useServices();
  const routes = useCampaignRoutes();
  const today = useToday();
  const { change, busy } = useCampaignChange();
  const [editing, setEditing] = useState(false);
  const { id, name, archivedAt, scheduledOn } = campaign;
  const isArchived = archivedAt !== null;
  const update = (part: { scheduledOn?: string | null; archived?: boolean }): void =>
    change(() => transport.call('campaigns.update', { id, ...part }));
  const days = (['today', 'tomorrow', 'undated'] as const).map((column) => {
    const day = dayOfColumn(column, today) ?? null;
    return {
      key: column,
      label: t(`campaigns.board.${column}`),
      disabled: day === scheduledOn,
      onClick: () => update({ scheduledOn: day }),
    };
  });
  const duplicate = (): void => {
    const copy = t('campaigns.copyOf', { name }).slice(0, 200);
    change(
      () => transport.call('campaigns.duplicate', { id, name: copy }),
      ({ id: made }) => routes.desk(made),
    );
  };
  const remove = (): void => change(() => transport.call('campaigns.delete', { id }), onDeleted);

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'edit', label: t('campaigns.edit'), onClick: () => setEditing(true) },
            { key: 'day', label: t('campaigns.moveTo'), children: days },
            { key: 'duplicate', label: t('campaigns.duplicate'), onClick: duplicate },
            ...more,
            { type: 'divider' },
            {
              key: 'archive',
              label: t(isArchived ? 'campaigns.restore' : 'campaigns.archive'),
              onClick: () => update({ archived: !isArchived }),
            },
            { key: 'delete', danger: true, label: t('common.delete'), onClick: remove },
          ],
        }}
      >
        <Button type="text" icon={<MoreOutlined />} loading={busy} aria-label={t('campaigns.menu', { name })} />
      </Dropdown>
      {editing ? <CampaignDialog campaign={campaign} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
