import type { ReactNode } from 'react';
import type { LinkDetail } from '#contract/links';
import { certaintyNames, earningMessages, earningStepMessages } from '#contract/messages/link-messages';
import { earningOutlook } from '#domain/links/earning-certainty';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useOwnPidName } from '../../state/use-own-pid-name.ts';
import { DataList } from '../../ui/data-list.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { ClaimButton } from './claim-button.tsx';
import { messageOf } from './link-cells.tsx';

/** Whose commission a link carries, why one thinks so, how sure that is and what would settle it. */
export function LinkEarning({ detail: { link } }: { detail: LinkDetail }): ReactNode {
  const { t, pick } = useTranslator();
  const { route } = useServices();
  const adZone = useOwnPidName(link.pid);
  const { certainty, steps } = earningOutlook(link.earnsReason);
  const reason = messageOf(earningMessages, link.earnsReason);
  return (
    <>
      <p className="fact-line">
        <EarningTag earns={link.earns} owner={link.owner} />
        <span className="secondary">{pick(certaintyNames[certainty])}</span>
      </p>
      {reason ? <p>{pick(reason)}</p> : null}
      <DataList
        rows={[
          [
            'pid',
            link.pid === null ? null : (
              <span key="pid" className="mono">
                {link.pid}
              </span>
            ),
          ],
          [t('links.fact.adZone'), adZone],
          [
            'relation_id',
            link.relationId === null ? null : (
              <span key="relation" className="mono">
                {link.relationId}
              </span>
            ),
          ],
        ]}
      />
      {steps.length === 0 ? null : (
        <div className="steps">
          <strong>{t(link.earns === 'unknown' ? 'links.settle' : 'links.mend')}</strong>
          <ul>
            {steps.map((step) => (
              <li key={step}>
                {pick(earningStepMessages[step])}
                {step === 'add-own-pids' || step === 'own-files' ? (
                  <button type="button" className="text-link" onClick={() => route.getState().go('settings')}>
                    {t('links.toSettings')}
                  </button>
                ) : null}
                {step === 'claim' && link.productId !== null ? (
                  <ClaimButton value={link.value} productId={link.productId} />
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
