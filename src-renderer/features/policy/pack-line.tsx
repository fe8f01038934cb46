import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { PolicyPackInfo } from '#contract/policy';
import { useTranslator } from '../../i18n/locale.tsx';
import { shortTime } from '../../ui/short-time.ts';
import { ToneTag } from '../../ui/tone-tag.tsx';

interface PackLineProps {
  pack: PolicyPackInfo;
  onUse(): void;
  onCompare(): void;
  onRemove(): void;
}

/** One pack with what can be done with it; the one in use can only be replaced. */
export function PackLine({ pack, onUse, onCompare, onRemove }: PackLineProps): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { id, title, description, asOf, rows, origin, active, usable, loadedAt } = pack;
  const since = loadedAt === null ? null : t('policy.pack.loaded', { date: shortTime(loadedAt, locale) });
  return (
    <li>
      <div>
        <p>
          <strong>{pick(title)}</strong> <span className="mono faint">{id}</span>
        </p>
        <p className="secondary">
          {usable ? t('policy.pack.facts', { rows, asOf }) : t('policy.pack.unusable')} ·{' '}
          {origin === 'built-in' ? t('policy.pack.builtIn') : since}
        </p>
        <p className="faint">{pick(description)}</p>
      </div>
      <span className="page-actions">
        {active ? <ToneTag tone="good">{t('policy.pack.active')}</ToneTag> : null}
        {active || !usable ? null : (
          <>
            <Button size="small" onClick={onCompare}>
              {t('policy.pack.diff')}
            </Button>
            <Button size="small" onClick={onUse}>
              {t('policy.pack.use')}
            </Button>
          </>
        )}
        {active || origin === 'built-in' ? null : (
          <Button size="small" type="text" onClick={onRemove}>
            {t('common.delete')}
          </Button>
        )}
      </span>
    </li>
  );
}
