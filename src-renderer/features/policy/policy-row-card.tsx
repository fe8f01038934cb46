import type { ReactNode } from 'react';
import { confidenceNames } from '#contract/messages/openability-messages';
import type { OpenabilityPack, PolicyRow } from '#domain/openability/pack-shape';
import { useTranslator, type Translator } from '../../i18n/locale.tsx';
import { OutcomeTag } from '../../ui/outcome-tag.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { SourceList } from '../compliance/finding-details.tsx';
import { isInForce } from '#domain/openability/matrix-rows';

/** When a rule holds, in words. */
export function periodText({ from, to }: Pick<PolicyRow, 'from' | 'to'>, { t }: Translator): string {
  if (from !== null) return to === null ? t('policy.period.from', { from }) : t('policy.period.both', { from, to });
  return to === null ? t('policy.period.none') : t('policy.period.to', { to });
}

interface PolicyRowCardProps {
  rule: PolicyRow;
  pack: OpenabilityPack;
  day: string;
  /** The table's outcome rests on it. */
  decides: boolean;
}

/** One dated rule: when, what, how sure, and who says so. */
export function PolicyRowCard({ rule, pack, day, decides }: PolicyRowCardProps): ReactNode {
  const translator = useTranslator();
  const { t, pick } = translator;
  const linkClass = pack.linkClasses.find(({ id }) => id === rule.linkClass);
  const facts = [
    pick(confidenceNames[rule.confidence]),
    rule.evidenceOn === null ? null : t('policy.evidenceOn', { date: rule.evidenceOn }),
    rule.dating === 'month' || rule.dating === 'year' ? t(`policy.dating.${rule.dating}`) : null,
    rule.origin === 'reported' ? null : t(`policy.origin.${rule.origin}`),
    t('policy.class', { name: linkClass ? pick(linkClass.name) : rule.linkClass }),
    t('policy.id', { id: rule.id }),
  ].filter((fact) => fact !== null);
  return (
    <article className={decides ? 'rule-card rule-decides' : 'rule-card'}>
      <header>
        <OutcomeTag outcome={rule.outcome} />
        <strong className="tabular">{periodText(rule, translator)}</strong>
        <span className="toolbar-space" />
        <Standing rule={rule} day={day} decides={decides} />
      </header>
      <p>{pick(rule.note)}</p>
      <p className="rule-facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {rule.confidence === 'low' ? <p className="faint">{t('policy.lowOnly')}</p> : null}
      <SourceList sources={rule.source} />
    </article>
  );
}

function Standing({ rule, day, decides }: Omit<PolicyRowCardProps, 'pack'>): ReactNode {
  const { t } = useTranslator();
  if (decides) return <ToneTag tone="good">{t('policy.decides')}</ToneTag>;
  if (isInForce(rule, day)) return <ToneTag tone="neutral">{t('policy.inForce')}</ToneTag>;
  return <ToneTag tone="gone">{t(rule.to !== null && rule.to < day ? 'policy.over' : 'policy.later')}</ToneTag>;
}
