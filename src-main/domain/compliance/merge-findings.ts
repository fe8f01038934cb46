import type { Finding, LintReport, Severity } from './finding.ts';

const rank: Record<Severity, number> = { block: 2, warn: 1, info: 0 };

function strength(left: Finding, right: Finding): number {
  return (
    rank[right.severity] - rank[left.severity] ||
    left.folds.length - right.folds.length ||
    right.parts.length - left.parts.length ||
    left.start - right.start ||
    right.end - right.start - (left.end - left.start) ||
    (left.rule < right.rule ? -1 : 1)
  );
}

function overlaps(left: Finding, right: Finding): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Keeps, of overlapping findings of one category, the most severe and best founded; orders by place. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(strength)) {
    const same = kept.get(finding.category) ?? [];
    if (same.some((other) => overlaps(other, finding))) continue;
    same.push(finding);
    kept.set(finding.category, same);
  }
  return [...kept.values()]
    .flat()
    .sort((left, right) => left.start - right.start || left.end - right.end || strength(left, right));
}

/** Worst severity among the findings; `info` alone is `ok`. */
export function decide(findings: readonly Finding[]): LintReport['decision'] {
  if (findings.some((finding) => finding.severity === 'block')) return 'block';
  return findings.some((finding) => finding.severity === 'warn') ? 'warn' : 'ok';
}
