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

/** How many units of the text may lie between two findings that are told as one. */
const widestGap = 8;
/** Words of these are replaced or proved one by one. */
const wordByWord: ReadonlySet<string> = new Set(['adlaw.absolute']);

function isContinuedBy(left: Finding, right: Finding, text: string): boolean {
  return (
    left.rule === right.rule &&
    left.severity === right.severity &&
    !wordByWord.has(left.category) &&
    right.start - left.end <= widestGap &&
    !text.slice(left.end, right.start).includes('\n')
  );
}

/** Tells once what runs on over neighbouring clauses of a line: 必转！看到的都传起来 breaks one rule once. */
export function joinNeighbours(findings: readonly Finding[], text: string): Finding[] {
  const out: Finding[] = [];
  for (const finding of findings) {
    const at = out.findLastIndex((other) => other.rule === finding.rule);
    const last = out[at];
    if (last === undefined || !isContinuedBy(last, finding, text)) out.push(finding);
    else {
      const end = Math.max(last.end, finding.end);
      const folds = [...new Set([...last.folds, ...finding.folds])];
      const parts = [...last.parts, ...finding.parts];
      out[at] = { ...last, end, text: text.slice(last.start, end), folds, parts };
    }
  }
  return out;
}

/** Worst severity among the findings; `info` alone is `ok`. */
export function decide(findings: readonly Finding[]): LintReport['decision'] {
  if (findings.some((finding) => finding.severity === 'block')) return 'block';
  return findings.some((finding) => finding.severity === 'warn') ? 'warn' : 'ok';
}
