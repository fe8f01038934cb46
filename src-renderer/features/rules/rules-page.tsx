import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRoute, useServices } from '../../state/services.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PolicyTab } from '../policy/policy-tab.tsx';
import { WordsTab } from '../words/words-tab.tsx';
import { ComplianceRulesTab } from './compliance-rules-tab.tsx';

/** What the app judges by. The open tab is part of the address. */
export function RulesPage(): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { view } = useRoute();
  const tabs = [
    { key: 'policy', label: t('rules.tab.policy'), children: <PolicyTab /> },
    { key: 'compliance', label: t('rules.tab.compliance'), children: <ComplianceRulesTab /> },
    { key: 'words', label: t('rules.tab.words'), children: <WordsTab /> },
  ];
  const open = tabs.find(({ key }) => key === view['tab']) ?? tabs[0];
  return (
    <>
      <PageHeader title={t('nav.rules')} />
      <Tabs
        activeKey={open?.key ?? ''}
        onChange={(tab) => route.getState().setView({ tab })}
        items={tabs}
        destroyOnHidden
      />
    </>
  );
}
