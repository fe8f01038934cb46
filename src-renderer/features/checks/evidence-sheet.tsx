import type { ReactNode } from 'react';
import type { LinkEvidenceView } from '#contract/checks';
import { linkKindName } from '#contract/messages/link-messages';
import type { Verdict } from '#domain/openability/verdict';
import { useTranslator } from '../../i18n/locale.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { DeviceButton } from '../devices/device-button.tsx';
import { FindingsList } from '../compliance/findings-list.tsx';
import { CheckNow } from './check-now.tsx';
import { LinkTimeline } from './link-timeline.tsx';
import { ProbeCard } from './probe-card.tsx';
import { VerdictList } from './verdict-list.tsx';

/** The verdict of each place with its basis, what the probes saw, what the link opens, and when it turned. */
export function EvidenceSheet({ view, verdicts }: { view: LinkEvidenceView; verdicts: readonly Verdict[] }): ReactNode {
  const { t } = useTranslator();
  const { link, newest, timeline, findings, target } = view;
  const isText = !/https?:\/\//i.test(link.value);
  return (
    <div className="evidence">
      <LinkHead view={view} />
      <div className="evidence-actions">
        <CheckNow linkId={link.id} checked={newest.length > 0} />
        <DeviceButton linkId={link.id} />
      </div>
      <Part title={t('evidence.verdicts')} note={t('evidence.verdicts.note', { date: verdicts[0]?.asOf ?? '' })}>
        <VerdictList verdicts={verdicts} />
      </Part>
      <Part title={t('evidence.probes')}>
        {newest.length > 0 ? null : (
          <p className="secondary">{t(isText ? 'evidence.probes.textOnly' : 'evidence.probes.none')}</p>
        )}
        {newest.map((answer) => (
          <ProbeCard key={answer.id} answer={answer} />
        ))}
      </Part>
      {target === null ? null : (
        <Part title={t('evidence.opens')}>
          <DataList
            rows={[
              [t('evidence.opens.kind'), <Kind key="kind" kind={target.kind} url={target.url} />],
              [t('evidence.opens.item'), target.itemId],
              [t('evidence.opens.pid'), target.pid ?? t('evidence.opens.noPid')],
            ]}
          />
        </Part>
      )}
      {findings.length === 0 ? null : (
        <Part title={t('evidence.landing')}>
          <FindingsList findings={findings} />
        </Part>
      )}
      <Part title={t('evidence.timeline')}>
        <LinkTimeline entries={timeline} />
      </Part>
    </div>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }): ReactNode {
  return (
    <section className="evidence-part">
      <h3>{title}</h3>
      {note === undefined ? null : <p className="faint">{note}</p>}
      {children}
    </section>
  );
}

function LinkHead({ view: { link } }: { view: LinkEvidenceView }): ReactNode {
  const { t, pick } = useTranslator();
  return (
    <header className="evidence-head">
      <div>
        <strong>{pick(linkKindName(link.kind))}</strong>
        <EarningTag earns={link.earns} owner={link.owner} reason={link.earnsReason} />
        <span className="toolbar-space" />
        <CopyButton text={link.value} size="small" />
      </div>
      <p className="mono evidence-value">{link.value}</p>
      {link.productTitle === null ? null : (
        <p className="secondary few-lines" title={link.productTitle}>
          {t('evidence.product', { title: link.productTitle })}
        </p>
      )}
    </header>
  );
}

function Kind({ kind, url }: { kind: string; url: string }): ReactNode {
  const { pick } = useTranslator();
  return (
    <>
      {pick(linkKindName(kind))}
      <span className="mono evidence-value faint">{url}</span>
    </>
  );
}
