import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import type { PasteLink } from '#contract/paste';
import { earningMessages, linkKindName } from '#contract/messages/link-messages';
import { useTranslator } from '../../i18n/locale.tsx';
import { EarningTag } from '../../ui/earning-tag.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';

interface PasteLinkRowProps {
  link: PasteLink;
  kept: boolean;
  disabled: boolean;
  onKeep(kept: boolean): void;
}

/** One link of the text: what it is, whom it pays, whether it opens, and whether it is kept. */
export function PasteLinkRow({ link, kept, disabled, onKeep }: PasteLinkRowProps): ReactNode {
  const { t, pick } = useTranslator();
  const { kind, value, earns, owner, earnsReason, outcome, knownLinkId, certainty } = link;
  return (
    <li className="paste-link">
      <Checkbox checked={kept} disabled={disabled} onChange={({ target }) => onKeep(target.checked)}>
        {pick(linkKindName(kind))}
      </Checkbox>
      <EarningTag earns={earns} owner={owner} reason={earnsReason} />
      <OutcomeTag outcome={outcome} />
      {knownLinkId === null ? null : <span className="secondary">{t('paste.known')}</span>}
      {certainty === 'maybe' ? <span className="secondary">{t('paste.maybe')}</span> : null}
      <span className="mono one-line paste-value" title={value}>
        {value}
      </span>
      {earnsReason === 'cut-off' ? <span className="paste-value">{pick(earningMessages['cut-off'])}</span> : null}
    </li>
  );
}
