import {
  AppstoreOutlined,
  DashboardOutlined,
  FlagOutlined,
  GiftOutlined,
  ImportOutlined,
  LinkOutlined,
  RadarChartOutlined,
  ReadOutlined,
  ScheduleOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import { Menu } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../i18n/locale.tsx';
import { type PageName, pages } from '../state/route-store.ts';
import { useRoute, useServices } from '../state/services.tsx';
import { InboxBadge } from '../features/inbox/inbox-badge.tsx';
import { WatchBadge } from '../features/watch/watch-badge.tsx';

const icons: Record<PageName, ReactNode> = {
  dashboard: <DashboardOutlined />,
  inbox: <FlagOutlined />,
  catalog: <AppstoreOutlined />,
  links: <LinkOutlined />,
  checks: <RadarChartOutlined />,
  campaigns: <ScheduleOutlined />,
  packs: <GiftOutlined />,
  imports: <ImportOutlined />,
  rules: <ReadOutlined />,
  settings: <SettingOutlined />,
};

/** Names that say how much waits there. */
const counted: Partial<Record<PageName, ReactNode>> = { inbox: <InboxBadge />, imports: <WatchBadge /> };

export function Navigation(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { page } = useRoute();
  return (
    <nav aria-label={t('nav.main')}>
      <Menu
        mode="inline"
        selectedKeys={[page]}
        onClick={({ key }) => route.getState().go(key as PageName)}
        items={pages.map((name) => ({
          key: name,
          icon: <span aria-hidden="true">{icons[name]}</span>,
          label: <span data-nav={name}>{counted[name] ?? t(`nav.${name}`)}</span>,
        }))}
      />
    </nav>
  );
}
