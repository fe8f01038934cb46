import type { ReactNode } from 'react';
import type { ComplianceRuleRow } from '#contract/rules';
import { categoryName } from '#contract/messages/compliance-names';
import { confidenceNames } from '#contract/messages/openability-messages';
import type { SurfaceId } from '#contract/surfaces';
import { type TextKey, texts } from '../../i18n/catalogue.ts';
import { useTranslator } from '../../i18n/locale.tsx';
import { DataList } from '../../ui/data-list.tsx';
import { SeverityTag } from '../../ui/severity-tag.tsx';
import { ToneTag } from '../../ui/tone-tag.tsx';
import { SourceList } from '../compliance/finding-details.tsx';

type ShownSeverity = 'block' | 'warn' | 'info';

function isShown(severity: string): severity is ShownSeverity {
  return severity === 'block' || severity === 'warn' || severity === 'info';
}

/** Severity everywhere, and where it differs. */
function Severities({ severity }: { severity: ComplianceRuleRow['severity'] }): ReactNode {
  const { t } = useTranslator();
  const nameOf = (place: string): string => {
    const key = place === 'default' ? 'rules.everywhere' : `surface.${place as SurfaceId}`;
    const position = `rules.position.${place}`;
    if (Object.hasOwn(texts, key)) return t(key as TextKey);
    return Object.hasOwn(texts, position) ? t(position as TextKey) : place;
  };
  return (
    <span className="rule-severities">
      {Object.entries(severity).map(([place, level]) => (
        <span key={place}>
          {nameOf(place)}{' '}
          {isShown(level) ? <SeverityTag severity={level} /> : <ToneTag tone="neutral">{t('rules.off')}</ToneTag>}
        </span>
      ))}
    </span>
  );
}

function Examples({ texts: examples }: { texts: readonly string[] }): ReactNode {
  return (
    <ul className="rule-examples">
      {examples.map((example) => (
        <li key={example}>{example}</li>
      ))}
    </ul>
  );
}

/** One dated rule: a line, and below it clause, sources and examples when it is opened. */
export function RuleRow({ rule, day }: { rule: ComplianceRuleRow; day: string }): ReactNode {
  const { t, pick } = useTranslator();
  const usual = rule.severity['default'] ?? 'warn';
  const state = rule.inForce ? null : rule.from > day ? t('rules.notYet') : t('rules.over');
  const days =
    rule.to === null ? t('rules.since', { from: rule.from }) : t('rules.fromTo', { from: rule.from, to: rule.to });
  return (
    <details className={rule.inForce ? 'rule-row' : 'rule-row rule-idle'}>
      <summary>
        {isShown(usual) ? <SeverityTag severity={usual} /> : null}
        <strong>{pick(categoryName(rule.category))}</strong>
        <span className="rule-line secondary">{pick(rule.explain)}</span>
        {state === null ? null : <ToneTag tone="gone">{state}</ToneTag>}
        <span className="faint tabular">{days}</span>
      </summary>
      <DataList
        rows={[
          [t('compliance.basis'), `${pick(rule.title)} ${rule.clause}`.trim()],
          [t('rules.pack'), `${pick(rule.packTitle)} · ${rule.pack}`],
          [t('compliance.source'), <SourceList key="sources" sources={rule.source} />],
          [t('rules.confidence'), pick(confidenceNames[rule.confidence])],
          [t('words.severity'), <Severities key="severities" severity={rule.severity} />],
          [t('compliance.clearedBy'), rule.clearedBy === null ? null : pick(rule.clearedBy)],
          [t('rules.flags'), <Examples key="flags" texts={rule.examples.positive} />],
          [t('rules.leaves'), <Examples key="leaves" texts={rule.examples.negative} />],
          [
            t('rules.id'),
            <span key="id" className="mono">
              {rule.id}
            </span>,
          ],
        ]}
      />
    </details>
  );
}
