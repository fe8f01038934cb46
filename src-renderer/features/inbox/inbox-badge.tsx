import type { ReactNode } from 'react';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';

/** Numbers beyond this need no telling apart in the navigation. */
const most = 999;

/** The name of the inbox with how much is in it; follows every change. */
export function InboxBadge(): ReactNode {
  const { t } = useTranslator();
  const { data } = useRemote('inbox.count', {});
  const count = data === null ? 0 : data.blocked + data.products;
  return (
    <span className="nav-counted">
      {t('nav.inbox')}
      {count === 0 ? null : <span className="nav-count">{count > most ? `${most}+` : count}</span>}
    </span>
  );
}
