import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { SeenPid } from '#contract/links';
import type { Settings } from '#contract/settings';
import { useTranslator } from '../../i18n/locale.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';

interface SeenPidsProps {
  seen: readonly SeenPid[];
  own: Settings['ownPids'];
  onAdd(pid: string): void;
}

const shown = 8;

/** Pids that links of the catalog show and that are not on the list: one of them may be the user's. */
export function SeenPids({ seen, own, onAdd }: SeenPidsProps): ReactNode {
  const { t } = useTranslator();
  const others = seen.filter(({ pid }) => !own.some((each) => each.pid === pid)).slice(0, shown);
  if (others.length === 0) return null;
  return (
    <div>
      <h3>{t('settings.identity.seen')}</h3>
      <ul className="seen-pids">
        {others.map(({ pid, links, owner }) => (
          <li key={pid}>
            <span className="mono">{pid}</span>
            <span className="secondary">{t('links.count', { n: links })}</span>
            {owner === 'unknown' ? null : <EarningTag earns="yes" owner={owner} />}
            <Button size="small" onClick={() => onAdd(pid)}>
              {t('settings.identity.mine')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
