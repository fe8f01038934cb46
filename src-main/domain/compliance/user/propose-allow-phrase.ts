import type { Finding, TextSpan } from '../finding.ts';

const shortest = 4;
export const longestProposal = 40;
const clauseEnd = /[\s，,、。！？!?；;：:()（）【】「」“”"]/;

/** The part a violation cannot do without and that names a thing: a claim before an action before anything else. */
export function coreOf(finding: Finding): TextSpan {
  for (const role of ['claim', 'action', 'token', 'target'] as const) {
    const part = finding.parts.find((candidate) => candidate.role === role);
    if (part !== undefined) return part.span;
  }
  return finding;
}

/** Length in UTF-16 units of the character that ends (or begins) at `at`; 0 where a clause ends. */
function stepBefore(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const size = low >= 0xdc00 && low <= 0xdfff && at > 1 ? 2 : 1;
  return at === 0 || clauseEnd.test(text.slice(at - size, at)) ? 0 : size;
}

function stepAfter(text: string, at: number): number {
  const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at === text.length || clauseEnd.test(text.slice(at, at + size)) ? 0 : size;
}

const isLatin = (character: string): boolean => /^[a-z]$/i.test(character.normalize('NFKC'));

/** Latin words are matched whole, so a phrase must not end inside one. */
export function takeWholeWords(text: string, span: TextSpan): void {
  const at = (index: number): string => text[index] ?? '';
  while (isLatin(at(span.end)) && isLatin(at(span.end - 1))) span.end += 1;
  while (isLatin(at(span.start - 1)) && isLatin(at(span.start))) span.start -= 1;
}

/**
 * The narrowest phrase that would silence a finding: its core wording, widened within the clause to at least four
 * characters so that it says which thing is meant (第一 → 第一医药). Silences nothing but the finding's own category.
 */
export function proposeAllowPhrase(text: string, finding: Finding): { text: string; category: string } {
  const span = { ...coreOf(finding) };
  while (span.end - span.start < shortest) {
    const right = stepAfter(text, span.end);
    const left = right > 0 ? 0 : stepBefore(text, span.start);
    if (right + left === 0) break;
    span.end += right;
    span.start -= left;
  }
  takeWholeWords(text, span);
  return { text: text.slice(span.start, Math.min(span.end, span.start + longestProposal)), category: finding.category };
}
