import { type ReactNode, useState } from 'react';
import { topActionNames } from '#contract/messages/top-names';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { shortTime } from '../../ui/short-time.ts';
import { RunDrawer } from './run-drawer.tsx';
import { TopStateTag } from './top-state-tag.tsx';

const shown = 5;

/** The newest runs; not there before the first. */
export function RunsList(): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { data } = useRemote('top.runs', { offset: 0, limit: shown });
  const [open, setOpen] = useState<number | null>(null);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="top-runs" aria-label={t('top.runs')}>
      <h3>{t('top.runs')}</h3>
      <ul>
        {data.items.map(({ id, action, state, byState, startedAt }) => (
          <li key={id}>
            <button type="button" className="text-link" onClick={() => setOpen(id)}>
              {pick(topActionNames[action])}
            </button>
            <TopStateTag state={state} />
            <span className="secondary tabular">
              {t('top.run.done')} {byState.done.toLocaleString(locale)}
              {byState.failed > 0 ? ` · ${t('top.run.failed')} ${byState.failed.toLocaleString(locale)}` : ''}
              {byState.waiting > 0 ? ` · ${t('top.run.waiting')} ${byState.waiting.toLocaleString(locale)}` : ''}
            </span>
            <span className="faint tabular">{shortTime(startedAt, locale)}</span>
          </li>
        ))}
      </ul>
      <RunDrawer runId={open} onClose={() => setOpen(null)} />
    </section>
  );
}
