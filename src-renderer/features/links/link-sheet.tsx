import type { ReactNode } from 'react';
import type { LinkDetail } from '#contract/links';
import { linkKindName } from '#contract/messages/link-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { useServices } from '../../state/services.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { CheckButton } from '../checks/check-button.tsx';
import { EvidenceButton } from '../checks/evidence-button.tsx';
import { LinkEarning } from './link-earning.tsx';
import { LinkOutcomes } from './link-outcomes.tsx';
import { LinkValidity } from './link-validity.tsx';
import { SiblingLinks } from './sibling-links.tsx';
import { originText } from './origin-text.ts';

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className="sheet-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** What a link is, whom it pays, how long it holds, what it does in each place, and where it is used. */
export function LinkSheet({ detail }: { detail: LinkDetail }): ReactNode {
  const { t, pick } = useTranslator();
  const { link } = detail;
  return (
    <div className="link-sheet">
      <header>
        <h2>{pick(linkKindName(link.kind))}</h2>
        <CopyButton text={link.value}>{t('links.copyWhole')}</CopyButton>
      </header>
      <p className="link-full mono">{link.value}</p>
      <Section title={t('links.column.earning')}>
        <LinkEarning detail={detail} />
      </Section>
      <Section title={t('links.validity')}>
        <LinkValidity detail={detail} />
      </Section>
      <Section title={t('links.outcomes')}>
        <LinkOutcomes linkId={link.id} />
        <div className="sheet-actions">
          <EvidenceButton linkId={link.id} size="small" />
          <CheckButton scope={{ type: 'links', linkIds: [link.id] }} size="small">
            {t('links.checkNow')}
          </CheckButton>
        </div>
      </Section>
      <Section title={t('links.used')}>
        <LinkUse detail={detail} />
      </Section>
      {link.productId === null ? null : (
        <Section title={t('links.siblings')}>
          <SiblingLinks productId={link.productId} linkId={link.id} />
        </Section>
      )}
      <Section title={t('links.facts')}>
        <LinkFacts detail={detail} />
      </Section>
    </div>
  );
}

/** Products that have the link, and campaigns with its product. */
function LinkUse({ detail: { link, sharedWith, campaigns } }: { detail: LinkDetail }): ReactNode {
  const { t } = useTranslator();
  const { route } = useServices();
  const { go } = route.getState();
  const own =
    link.productId === null ? [] : [{ productId: link.productId, title: link.productTitle ?? link.productId }];
  return (
    <ul className="use-list">
      {own.length === 0 ? <li className="faint">{t('links.noProduct')}</li> : null}
      {[...own, ...sharedWith].map(({ productId, title }) => (
        <li key={productId}>
          <span className="secondary">{t('links.column.product')}</span>
          <button
            type="button"
            className="text-link few-lines"
            title={title}
            onClick={() => go('catalog', { id: productId })}
          >
            {title}
          </button>
        </li>
      ))}
      {campaigns.map(({ id, name, scheduledOn, pinnedOn }) => (
        <li key={id}>
          <span className="secondary">{t('links.campaign')}</span>
          <span>
            <button type="button" className="text-link" onClick={() => go('campaigns', { id: String(id) })}>
              {name}
            </button>
            {scheduledOn === null ? null : <span className="faint tabular"> {scheduledOn}</span>}
            {pinnedOn.length === 0 ? null : (
              <span className="secondary">
                {' '}
                {t('links.pinnedOn', {
                  surfaces: pinnedOn.map((surface) => t(`surface.${surface}`)),
                })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LinkFacts({ detail }: { detail: LinkDetail }): ReactNode {
  const translator = useTranslator();
  const { t, pick, locale } = translator;
  const { route } = useServices();
  const { link, canonical, innerKind, source, createdAt } = detail;
  const mono = (value: string | null): ReactNode => (value === null ? null : <span className="mono">{value}</span>);
  return (
    <DataList
      rows={[
        [t('links.fact.itemId'), mono(link.itemId)],
        [t('links.fact.host'), mono(link.host)],
        [t('links.fact.inner'), innerKind === null ? null : pick(linkKindName(innerKind))],
        [t('links.fact.canonical'), mono(canonical)],
        [t('links.column.origin'), originText(link.origin, translator)],
        [
          t('links.fact.source'),
          source === null ? null : (
            <button
              key="source"
              type="button"
              className="text-link"
              onClick={() => route.getState().go('imports', { id: String(source.batchId) })}
            >
              {source.fileName}
            </button>
          ),
        ],
        [t('links.fact.firstSeen'), new Date(createdAt).toLocaleString(locale)],
        [t('links.fact.checked'), link.checkedAt === null ? null : new Date(link.checkedAt).toLocaleString(locale)],
      ]}
    />
  );
}
