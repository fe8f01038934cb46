import type { Finding, Severity, TextSpan } from './finding.ts';
import type { Detection } from './grammar/run-detectors.ts';
import type { Bilingual, RuleSeverity } from './packs/pack-types.ts';
import type { SelectedRule } from './packs/select-rules.ts';
import { foldsOf, namesOfFolds, spanOf, type View } from './text/view.ts';

export type Locale = 'zh' | 'en';

/** Severity of a rule on a surface; `default` where the rule does not name it. */
export function severityOn(severity: Record<string, RuleSeverity>, surface: string | undefined): RuleSeverity {
  if (surface !== undefined && Object.hasOwn(severity, surface)) return severity[surface] ?? 'none';
  return severity['default'] ?? 'warn';
}

function localized(text: Bilingual | null, locale: Locale): string | null {
  return text === null ? null : text[locale];
}

/** Everything needed to turn a detection into a finding. */
export interface FindingSource {
  text: string;
  /** Where the view's text begins in the original. */
  offset: number;
  view: View;
  locale: Locale;
}

/** The slice of the whole text that units `[start, end)` of a view stand for whose text begins at `offset`. */
export function spanInText(view: View, offset: number, start: number, end: number): TextSpan {
  const span = spanOf(view, start, end);
  span.start += offset;
  span.end += offset;
  return span;
}

/** Writes one finding with exact spans in the original; `suggestions` are added later. */
export function buildFinding(
  detection: Pick<Detection, 'start' | 'end' | 'parts'>,
  selected: SelectedRule,
  severity: Severity,
  source: FindingSource,
): Finding {
  const { view, offset, text, locale } = source;
  const { rule, pack } = selected;
  const span = spanInText(view, offset, detection.start, detection.end);
  const parts: Finding['parts'] = [];
  for (const { role, start, end } of detection.parts) {
    if (role !== 'none') parts.push({ role, span: spanInText(view, offset, start, end) });
  }
  return {
    rule: rule.id,
    category: rule.category,
    severity,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    parts,
    folds: namesOfFolds(foldsOf(view, detection.start, detection.end)),
    explanation: rule.explain[locale],
    basis: {
      pack,
      clause: rule.clause,
      title: rule.title[locale],
      source: rule.source,
      effectiveFrom: rule.from,
      confidence: rule.confidence,
    },
    suggestions: [],
    clearedBy: localized(rule.clearedBy, locale),
  };
}
