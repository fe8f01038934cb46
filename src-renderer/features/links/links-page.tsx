import type { ReactNode } from 'react';
import { PastePage } from '../paste/paste-page.tsx';
import { usePasteAnywhere } from '../paste/use-paste-anywhere.ts';
import { EndingCalendar } from './ending-calendar.tsx';
import { LinkList } from './link-list.tsx';
import { LinksHeader } from './links-header.tsx';
import { RenewDesk } from './renew-desk.tsx';
import { useLinksTab } from './use-links-tab.ts';
import './links.css';

/** All about share links: their list, new ones out of any text, when they end, and new ones in their place. */
export function LinksPage(): ReactNode {
  const { tab, setTab } = useLinksTab();
  usePasteAnywhere(tab !== 'paste');
  return (
    <div className="page-fill">
      <LinksHeader tab={tab} onTab={setTab} />
      {tab === 'list' ? <LinkList /> : null}
      {tab === 'paste' ? <PastePage /> : null}
      {tab === 'calendar' ? <EndingCalendar /> : null}
      {tab === 'renew' ? <RenewDesk /> : null}
    </div>
  );
}
