import type { ReactNode } from 'react';
import { PastePage } from '../paste/paste-page.tsx';
import { usePasteAnywhere } from '../paste/use-paste-anywhere.ts';
import { LinkList } from './link-list.tsx';
import { LinksHeader } from './links-header.tsx';
import { useLinksTab } from './use-links-tab.ts';
import './links.css';

/** All about share links: their list, and a text taken apart into new ones. */
export function LinksPage(): ReactNode {
  const { tab, setTab } = useLinksTab();
  usePasteAnywhere(tab !== 'paste');
  return (
    <div className="page-fill">
      <LinksHeader tab={tab} onTab={setTab} />
      {tab === 'list' ? <LinkList /> : null}
      {tab === 'paste' ? <PastePage /> : null}
    </div>
  );
}
