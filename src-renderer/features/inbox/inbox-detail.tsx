import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Blocker } from '#contract/campaigns';
import type { InboxItem, InboxProduct, InboxRow } from '#contract/inbox';
import { blockerMessages, stepNames } from '#contract/messages/campaign-messages';
import { categoryName } from '#contract/messages/compliance-names';
import { linkKindName } from '#contract/messages/link-messages';
import { describeBasis } from '#contract/messages/openability-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { useRemote } from '../../state/use-remote.ts';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { BlockerTag } from '../../ui/blocker-tag.tsx';
import { useCampaignRoutes } from '../campaigns/use-campaign-routes.ts';
import { FindingDetails } from '../compliance/finding-details.tsx';
import { MarkedText } from '../compliance/marked-text.tsx';
import type { InboxFix } from './inbox-fixes.ts';
import type { Line } from './inbox-layout.ts';
import { GroupDetail } from './group-detail.tsx';

interface InboxDetailProps {
  line: Line | null;
  row: InboxRow | undefined;
  onFix(fix: InboxFix): void;
}

/** Everything about the current line, beside the list. */
export function InboxDetail({ line, row, onFix }: InboxDetailProps): ReactNode {
  const { t } = useTranslator();
  return (
    <section className="inbox-detail" aria-label={t('inbox.detail')}>
      {line === null ? null : line.row === null ? (
        <GroupDetail listed={line.listed} />
      ) : row === undefined ? null : row.kind === 'item' ? (
        <ItemDetail row={row} onFix={onFix} />
      ) : (
        <ProductDetail row={row} />
      )}
    </section>
  );
}

function ItemDetail({ row, onFix }: { row: InboxItem; onFix(fix: InboxFix): void }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { desk } = useCampaignRoutes();
  const { item, surface, campaignId, campaignName } = row;
  return (
    <>
      <header>
        <h2 className="few-lines" title={item.title}>
          {item.title}
        </h2>
        <p className="secondary">
          <button
            type="button"
            className="text-link"
            onClick={() => desk(campaignId, { surface, itemId: item.itemId })}
          >
            {campaignName}
          </button>{' '}
          · {t(`surface.${surface}`)} · {t(`itemState.${item.state}`)}
          {item.product === null ? null : (
            <>
              {' · '}
              <button
                type="button"
                className="text-link"
                onClick={() => route.getState().go('catalog', { id: item.productId })}
              >
                {t('inbox.toProduct')}
              </button>
            </>
          )}
        </p>
      </header>
      <ul className="inbox-blockers">
        {item.blockers.map((blocker) => (
          <BlockerLine key={blocker.code} blocker={blocker} onFix={onFix} />
        ))}
      </ul>
      <h3>{t('inbox.copy')}</h3>
      <p className="inbox-copy">
        <MarkedText text={item.text} findings={item.findings} />
      </p>
      <ItemLink row={row} />
    </>
  );
}

function BlockerLine({ blocker, onFix }: { blocker: Blocker; onFix(fix: InboxFix): void }): ReactNode {
  const { pick } = useTranslator();
  const [best] = blocker.fixes;
  return (
    <li>
      <BlockerTag severity={blocker.severity} code={blocker.code} />
      <span>{pick(blockerMessages[blocker.code], blocker.params)}</span>
      {best === undefined ? null : (
        <Button size="small" onClick={() => onFix(best)}>
          {pick(stepNames[best])}
        </Button>
      )}
    </li>
  );
}

/** The link of an item: what it is, what happens with it here, and on what that rests. */
function ItemLink({ row: { item, surface } }: { row: InboxItem }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { link } = item;
  const { data } = useRemote('links.verdicts', link === null ? null : { linkId: link.linkId });
  if (link === null) return null;
  const verdict = data?.link.id === link.linkId ? data.verdicts.find((each) => each.surface === surface) : undefined;
  const deciding = verdict?.basis.filter(({ setAside }) => setAside === null) ?? [];
  return (
    <>
      <h3>{t('inbox.link')}</h3>
      <p>
        <OutcomeTag outcome={link.outcome} /> <EarningTag earns={link.earns} owner={link.owner} />{' '}
        <span className="secondary">{pick(linkKindName(link.kind))}</span>
      </p>
      <p className="inbox-value mono">{link.value}</p>
      {deciding.map((basis) => (
        <p key={basis.id} className="secondary">
          {describeBasis(basis, locale)} <span className="faint">{basis.on}</span>
        </p>
      ))}
    </>
  );
}

function ProductDetail({ row }: { row: InboxProduct }): ReactNode {
  const { t, pick } = useTranslator();
  const { route } = useServices();
  return (
    <>
      <header>
        <h2 className="few-lines" title={row.title}>
          {row.title}
        </h2>
        <p className="secondary">
          {t(`compliance.field.${row.field}`)} · {pick(categoryName(row.finding.category))} ·{' '}
          <button
            type="button"
            className="text-link"
            onClick={() => route.getState().go('catalog', { id: row.productId })}
          >
            {t('inbox.toProduct')}
          </button>
        </p>
      </header>
      <p className="inbox-copy">
        <MarkedText text={row.text} findings={[row.finding]} />
      </p>
      <FindingDetails finding={row.finding} text={row.text} />
      <p className="secondary">{t('inbox.productNote')}</p>
    </>
  );
}
