import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { shortTime } from '../../../ui/short-time.ts';

/** The packs exported from a campaign, each leading to where its items are posted from and marked. */
export function ExportedPacks({ campaignId }: { campaignId: number }): ReactNode {
  const { t, locale } = useTranslator();
  const { route } = useServices();
  const { data } = useRemote('packs.list', {});
  const packs = (data ?? []).filter((pack) => pack.campaignId === campaignId);
  if (packs.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: packs.map((pack) => ({
          key: String(pack.id),
          label: t('campaigns.packLine', {
            surface: t(`surface.${pack.surface}`),
            time: shortTime(pack.createdAt, locale),
            posted: pack.posted,
            exported: pack.exported,
          }),
        })),
        onClick: ({ key }) => route.getState().go('packs', { id: key }),
      }}
    >
      <Button icon={<DownOutlined />} iconPlacement="end">
        {t('campaigns.packs', { n: packs.length })}
      </Button>
    </Dropdown>
  );
}
