import type { LintReport } from '#domain/compliance/finding';
import type { CorpusItem } from './corpus-items.ts';

/** A labelled text with its verdict. */
export interface Judged {
  item: CorpusItem;
  report: LintReport;
}

/** Document level counts; a decision of block or warn is a violation. */
export interface Counts {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
}

/** True when the report counts against the text. */
export function isFlagged(report: LintReport): boolean {
  return report.decision !== 'ok';
}

/** Counts verdicts against labels. */
export function count(judged: readonly Judged[]): Counts {
  const counts: Counts = { truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 };
  for (const { item, report } of judged) {
    const isViolation = item.label === 'violation';
    if (isViolation) counts[isFlagged(report) ? 'truePositive' : 'falseNegative'] += 1;
    else counts[isFlagged(report) ? 'falsePositive' : 'trueNegative'] += 1;
  }
  return counts;
}

function ratio(part: number, whole: number): string {
  return whole === 0 ? '–' : (part / whole).toFixed(3);
}

/** Precision, recall and the counts behind them in one line. */
export function scoreLine(counts: Counts): string {
  const { truePositive, falsePositive, falseNegative, trueNegative } = counts;
  const precision = ratio(truePositive, truePositive + falsePositive);
  const recall = ratio(truePositive, truePositive + falseNegative);
  return `P ${precision}  R ${recall}  (tp ${truePositive}, fp ${falsePositive}, fn ${falseNegative}, tn ${trueNegative})`;
}

/** Recall over disguised violations. */
export function obfuscatedRecall(judged: readonly Judged[]): string {
  const disguised = judged.filter(({ item }) => item.obfuscated === true && item.label === 'violation');
  return `${ratio(disguised.filter(({ report }) => isFlagged(report)).length, disguised.length)} of ${disguised.length}`;
}

function touchesEvidence({ item, report }: Judged): boolean {
  return (item.evidence ?? []).some((evidence) => {
    const start = item.text.indexOf(evidence);
    return (
      start >= 0 &&
      report.findings.some(
        (finding) => finding.severity !== 'info' && finding.start < start + evidence.length && finding.end > start,
      )
    );
  });
}

/** Share of true positives with gold evidence whose findings touch it. */
export function spanOverlap(judged: readonly Judged[]): string {
  const scored = judged.filter(
    ({ item, report }) => item.label === 'violation' && isFlagged(report) && (item.evidence?.length ?? 0) > 0,
  );
  return `${ratio(scored.filter(touchesEvidence).length, scored.length)} of ${scored.length}`;
}

/** How often each gold category was answered with each of our categories. */
export function confusion(judged: readonly Judged[]): Map<string, Map<string, number>> {
  const out = new Map<string, Map<string, number>>();
  for (const { item, report } of judged) {
    if (item.label !== 'violation') continue;
    const found = new Set(
      report.findings.filter((finding) => finding.severity !== 'info').map((finding) => finding.category),
    );
    for (const gold of item.categories) {
      const row = out.get(gold) ?? new Map<string, number>();
      for (const name of found.size === 0 ? ['(missed)'] : found) row.set(name, (row.get(name) ?? 0) + 1);
      out.set(gold, row);
    }
  }
  return out;
}

/** Share of true positives with a labelled severity whose verdict is that severity. */
export function severityAgreement(judged: readonly Judged[]): string {
  const scored = judged.filter(({ item, report }) => item.severity !== undefined && isFlagged(report));
  const same = scored.filter(({ item, report }) => item.severity === report.decision);
  return `${ratio(same.length, scored.length)} of ${scored.length}`;
}
