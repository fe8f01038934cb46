import type { Finding, TextSpan } from '../finding.ts';

const shortest = 4;
const longest = 40;
const clauseEnd = /[\s，,、。！？!?；;：:()（）【】「」“”"]/;

/** The part a violation cannot do without and that names a thing: a claim before an action before anything else. */
function core(finding: Finding): TextSpan {
  for (const role of ['claim', 'action', 'token', 'target'] as const) {
    const part = finding.parts.find((candidate) => candidate.role === role);
    if (part !== undefined) return part.span;
  }
  return finding;
}

/**
 * The narrowest phrase that would silence a finding: its core wording, widened within the clause to at least four
 * characters so that it says which thing is meant (第一 → 第一医药). Silences nothing but the finding's own category.
 */
export function proposeAllowPhrase(text: string, finding: Finding): { text: string; category: string } {
  const span = { ...core(finding) };
  while (span.end - span.start < shortest) {
    const canGrowRight = span.end < text.length && !clauseEnd.test(text[span.end] ?? '');
    const canGrowLeft = span.start > 0 && !clauseEnd.test(text[span.start - 1] ?? '');
    if (canGrowRight) span.end += 1;
    else if (canGrowLeft) span.start -= 1;
    else break;
  }
  return { text: text.slice(span.start, Math.min(span.end, span.start + longest)), category: finding.category };
}
