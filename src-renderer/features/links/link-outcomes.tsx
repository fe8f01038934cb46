import type { ReactNode } from 'react';
import { surfaceIds } from '#contract/surfaces';
import { useTranslator } from '../../i18n/locale.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';

/** What the link does in each place of WeChat. */
export function LinkOutcomes({ linkId }: { linkId: number }): ReactNode {
  const { t } = useTranslator();
  const { data, error, reload } = useRemote('links.verdicts', { linkId });
  if (error) return <ErrorNotice error={error} onRetry={reload} />;
  return (
    <dl className="outcome-grid">
      {surfaceIds.map((surface) => {
        const verdict = data?.verdicts.find((each) => each.surface === surface);
        return (
          <div key={surface}>
            <dt>{t(`surface.${surface}`)}</dt>
            <dd>{verdict ? <OutcomeTag outcome={verdict.outcome} /> : <span className="faint">…</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}
