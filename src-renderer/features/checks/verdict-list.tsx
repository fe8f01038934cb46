import type { ReactNode } from 'react';
import {
  basisTypeNames,
  confidenceNames,
  describeBasis,
  describeCaveat,
  setAsideMessages,
} from '#contract/messages/openability-messages';
import type { SurfaceId } from '#contract/surfaces';
import type { Verdict, VerdictBasis } from '#domain/openability/verdict';
import { type TextKey, texts } from '../../i18n/catalogue.ts';
import { useTranslator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { SourceList } from '../compliance/finding-details.tsx';

/** The verdict of every place; each line opens into what it rests on, what was set aside and why. */
export function VerdictList({ verdicts }: { verdicts: readonly Verdict[] }): ReactNode {
  return (
    <div className="verdict-list">
      {verdicts.map((verdict) => (
        <VerdictLine key={verdict.surface} verdict={verdict} />
      ))}
    </div>
  );
}

function VerdictLine({ verdict }: { verdict: Verdict }): ReactNode {
  const { t, locale } = useTranslator();
  const { surface, outcome, basis, caveats } = verdict;
  const [first] = basis;
  const decides = first?.setAside === null ? first : null;
  const [caveat] = caveats;
  const whyUnknown = caveat === undefined ? t('evidence.none') : describeCaveat(caveat, locale);
  const key: TextKey = `surface.${surface as SurfaceId}`;
  return (
    <details className="verdict-line">
      <summary>
        <span>{Object.hasOwn(texts, key) ? t(key) : surface}</span>
        <OutcomeTag outcome={outcome} />
        <span className="secondary verdict-why">{decides === null ? whyUnknown : describeBasis(decides, locale)}</span>
      </summary>
      <ul className="basis-list">
        {basis.map((one) => (
          <BasisLine key={`${one.type} ${one.id}`} basis={one} />
        ))}
        {basis.length === 0 ? <li className="secondary">{t('evidence.none')}</li> : null}
      </ul>
      {caveats.length === 0 ? null : (
        <div className="basis-caveats">
          <strong>{t('evidence.known')}</strong>
          <ul>
            {caveats.map((caveat) => (
              <li key={caveat.code}>{describeCaveat(caveat, locale)}</li>
            ))}
          </ul>
        </div>
      )}
    </details>
  );
}

function BasisLine({ basis }: { basis: VerdictBasis }): ReactNode {
  const { t, pick, locale } = useTranslator();
  const { type, setAside, outcome, source, confidence, on } = basis;
  return (
    <li className={setAside === null ? 'basis-decides' : undefined}>
      <p>
        <ToneTag tone="neutral">{pick(basisTypeNames[type])}</ToneTag> {describeBasis(basis, locale)}
      </p>
      <p className="basis-facts">
        <span>
          {setAside === null ? t('evidence.decides') : t('evidence.aside', { why: pick(setAsideMessages[setAside]) })}
        </span>
        {outcome === null || setAside === null ? null : (
          <span>
            {t('evidence.alone')}
            <OutcomeTag outcome={outcome} />
          </span>
        )}
        <span>{pick(confidenceNames[confidence])}</span>
        {on === null ? null : <span>{t('evidence.on', { date: on })}</span>}
        {type === 'policy' ? <span className="mono">{basis.id}</span> : null}
      </p>
      {source.length === 0 ? null : (
        <div className="basis-sources">
          <span>{t('evidence.sources')}</span>
          <SourceList sources={source} />
        </div>
      )}
    </li>
  );
}
