import { Button, Radio, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { ChosenLink, ItemTarget, LinkAlternative } from '#contract/campaigns';
import { linkKindName } from '#contract/messages/link-messages';
import { earningOutlook } from '#domain/links/earning-certainty';
import { addDays } from '#domain/shared/shanghai-day';
import { useTranslator } from '../../../i18n/locale.tsx';
import { useServices } from '../../../state/services.tsx';
import { useRemote } from '../../../state/use-remote.ts';
import { EarningTag } from '../../../ui/earning-tag.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { OutcomeTag } from '../../../ui/outcome-tag.tsx';
import { EvidenceButton } from '../../checks/evidence-button.tsx';
import { ClaimButton } from '../../links/claim-button.tsx';
import { linkReason } from '../link-reason.ts';
import { useCampaignChange } from '../use-campaign-change.ts';
import { AddLink } from './add-link.tsx';

interface LinkChooserProps {
  target: ItemTarget;
  /** Null when the catalog no longer holds it. */
  productId: string | null;
  chosen: ChosenLink | null;
}

/** The product's links for this surface, best first, each with why it or why not; the user may choose another. */
export function LinkChooser({ target, productId, chosen }: LinkChooserProps): ReactNode {
  const translator = useTranslator();
  const { t } = translator;
  const { transport } = useServices();
  const { change, busy } = useCampaignChange();
  const { data, error, reload } = useRemote('campaigns.links', target);
  const choose = (linkId: number | null): void =>
    change(() => transport.call('campaigns.editItem', { ...target, linkId }));

  return (
    <section aria-labelledby="item-link">
      <header className="item-section-head">
        <h3 id="item-link">{t('campaigns.linkOn', { surface: t(`surface.${target.surface}`) })}</h3>
        <span className="toolbar-space" />
        <ClaimChosen alternatives={data ?? []} productId={productId} />
        {chosen ? <EvidenceButton linkId={chosen.linkId} size="small" /> : null}
        {chosen?.pinned ? (
          <Button size="small" loading={busy} onClick={() => choose(null)}>
            {t('campaigns.unpin')}
          </Button>
        ) : null}
      </header>
      {chosen ? <p className="link-why">{linkReason(chosen, translator)}</p> : null}
      {error ? <ErrorNotice error={error} onRetry={reload} /> : null}
      {data === null && !error ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : null}
      {data?.length === 0 ? <p className="secondary">{t('campaigns.noLinks')}</p> : null}
      {data && data.length > 0 ? (
        <Radio.Group
          className="link-choices"
          aria-labelledby="item-link"
          value={chosen?.linkId ?? null}
          disabled={busy}
          onChange={({ target: radio }) => choose(Number(radio.value))}
        >
          {data.map((alternative) => (
            <Alternative key={alternative.link.id} alternative={alternative} />
          ))}
        </Radio.Group>
      ) : null}
      {productId === null ? null : <AddLink productId={productId} surface={target.surface} />}
    </section>
  );
}

interface ClaimChosenProps {
  alternatives: readonly LinkAlternative[];
  productId: string | null;
}

/** Where nothing tells whom the chosen link pays, the user may know. */
function ClaimChosen({ alternatives, productId }: ClaimChosenProps): ReactNode {
  const link = alternatives.find(({ chosen }) => chosen)?.link;
  if (!link || productId === null || link.earns !== 'unknown') return null;
  const { steps } = earningOutlook(link.earnsReason);
  return steps.includes('claim') ? <ClaimButton value={link.value} productId={productId} /> : null;
}

function Alternative({ alternative: { link, reason, chosen } }: { alternative: LinkAlternative }): ReactNode {
  const translator = useTranslator();
  const { t, pick } = translator;
  return (
    <Radio value={link.id}>
      <span className="link-choice-head">
        <strong>{pick(linkKindName(link.kind))}</strong>
        <OutcomeTag outcome={link.outcome} />
        <EarningTag earns={link.earns} owner={link.owner} reason={link.earnsReason} />
        {link.deadFrom === null ? null : (
          <span className="faint tabular">{t('links.goodUntil', { day: addDays(link.deadFrom, -1) })}</span>
        )}
      </span>
      <span className="mono link-value">{link.value}</span>
      {chosen ? null : <span className="faint">{linkReason({ reason, pinned: false }, translator)}</span>}
    </Radio>
  );
}
