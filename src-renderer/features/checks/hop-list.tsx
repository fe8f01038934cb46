import type { ReactNode } from 'react';
import { fillMessage } from '#contract/messages/format-message';
import { probeMessages } from '#contract/messages/probe-messages';
import type { Hop } from '#domain/probing/hop';
import { useTranslator } from '../../i18n/locale.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';

/** Of the headers kept, those that explain the next step; the rest is noise to a reader. */
const told = ['location', 'refresh', 'content-type', 'content-disposition', 'retry-after', 'x-squid-error'];

/** The requests of a chain in their order, each with its answer. */
export function HopList({ hops }: { hops: readonly Hop[] }): ReactNode {
  return (
    <ol className="hop-list">
      {hops.map((hop, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a stored chain never changes, and an address may recur
        <HopLine key={index} hop={hop} />
      ))}
    </ol>
  );
}

function HopLine({ hop }: { hop: Hop }): ReactNode {
  const { t, locale } = useTranslator();
  const { failure, status } = hop;
  const headers = told.flatMap((name) => {
    const value = hop.headers[name];
    return value === undefined ? [] : [{ name, value }];
  });
  return (
    <li>
      <p className="hop-line">
        <span className="secondary">{t(`evidence.via.${hop.via}`)}</span>
        <span className="hop-answer">
          {status === null ? null : <ToneTag tone={status < 400 ? 'neutral' : 'warn'}>HTTP {status}</ToneTag>}
          {failure === null && status === null ? <ToneTag tone="warn">{t('evidence.noAnswer')}</ToneTag> : null}
          <span className="faint tabular">{hop.ms.toLocaleString(locale)} ms</span>
        </span>
      </p>
      <p className="mono hop-url">{hop.url}</p>
      {failure === null ? null : (
        <p className="hop-failure">
          {fillMessage(probeMessages[failure.kind], { detail: failure.detail, host: hostOf(hop.url) }, locale)}
        </p>
      )}
      {headers.length === 0 ? null : (
        <dl className="hop-headers mono">
          {headers.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
