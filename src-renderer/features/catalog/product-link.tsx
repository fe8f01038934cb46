import type { ReactNode } from 'react';
import { earningMessages, linkKindName } from '#contract/messages/link-messages';
import type { LinkRow } from '#contract/links';
import { campaignSurfaceIds } from '#contract/surfaces';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { EvidenceButton } from '../checks/evidence-button.tsx';

/** A link or 口令: what it is, whom it pays and why, how long it holds, and what it does in each place. */
export function ProductLink({ link }: { link: LinkRow }): ReactNode {
  const { t, pick } = useTranslator();
  const { route } = useServices();
  const reason = Object.hasOwn(earningMessages, link.earnsReason)
    ? pick(earningMessages[link.earnsReason as keyof typeof earningMessages])
    : null;
  return (
    <article className="product-link">
      <header>
        <button
          type="button"
          className="text-link"
          onClick={() => route.getState().go('links', { id: String(link.id) })}
        >
          <strong>{pick(linkKindName(link.kind))}</strong>
        </button>
        <EarningTag earns={link.earns} owner={link.owner} />
        <span className="toolbar-space" />
        <EvidenceButton linkId={link.id} size="small" />
        <CopyButton text={link.value} size="small" />
      </header>
      <p className="link-value mono" title={link.value}>
        {link.value}
      </p>
      {reason === null ? null : <p className="secondary">{reason}</p>}
      {link.deadFrom === null ? null : (
        <p className="secondary">{t('links.goodUntil', { day: addDays(link.deadFrom, -1) })}</p>
      )}
      <Outcomes link={link} />
    </article>
  );
}

/** What happens in each place one posts to. */
function Outcomes({ link }: { link: LinkRow }): ReactNode {
  const { t } = useTranslator();
  const { data } = useRemote('links.verdicts', { linkId: link.id });
  return (
    <dl className="link-outcomes">
      {campaignSurfaceIds.map((surface) => {
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
