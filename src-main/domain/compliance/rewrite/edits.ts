import type { Finding, TextSpan } from '../finding.ts';

/** Replaces `[start, end)` of the text. */
export interface Edit extends TextSpan {
  text: string;
}

const sentenceEnd = /[。！？!?\n；;]/;
const clauseEnd = /[。！？!?\n；;，,、]/;
const opening = /[^\s，,、。！？!?；;：:~～]/;

/** The stretch around `span` up to the marks of `ends`; the closing mark belongs to it, line breaks do not. */
function stretchAround(text: string, span: TextSpan, ends: RegExp): TextSpan {
  let start = span.start;
  while (start > 0 && !ends.test(text[start - 1] ?? '')) start -= 1;
  let end = span.end;
  const endsAlready = ends.test(text[end - 1] ?? '');
  if (endsAlready) return { start, end };
  while (end < text.length && !ends.test(text[end] ?? '')) end += 1;
  if (end < text.length && text[end] !== '\n') end += 1;
  return { start, end };
}

/** Cuts `[start, end)` but leaves the protected pieces inside it standing. */
export function cutAround(text: string, span: TextSpan, kept: readonly TextSpan[]): Edit {
  const pieces = kept.filter((piece) => piece.start < span.end && piece.end > span.start);
  const start = Math.min(span.start, ...pieces.map((piece) => piece.start));
  const end = Math.max(span.end, ...pieces.map((piece) => piece.end));
  return { start, end, text: pieces.map((piece) => text.slice(piece.start, piece.end)).join(' ') };
}

/** Leaves out the sentence a finding stands in. */
export function dropSentence(text: string, finding: Finding, kept: readonly TextSpan[]): Edit {
  return cutAround(text, stretchAround(text, finding, sentenceEnd), kept);
}

/** Leaves out the clause a finding stands in. */
export function dropClause(text: string, finding: Finding, kept: readonly TextSpan[]): Edit {
  return cutAround(text, stretchAround(text, finding, clauseEnd), kept);
}

/** Leaves out what the reader must do and keeps the benefit: 分享到朋友圈领20元券 → 领20元券. Null when there is no benefit. */
export function dropCondition(text: string, finding: Finding, kept: readonly TextSpan[]): Edit | null {
  const rewards = finding.parts.filter((part) => part.role === 'reward').map((part) => part.span);
  const actions = finding.parts
    .filter((part) => part.role === 'action' || part.role === 'condition')
    .map((part) => part.span);
  const firstAction = actions.find(() => true);
  const reward = rewards.at(-1);
  if (firstAction === undefined || reward === undefined) return null;
  const clause = stretchAround(text, { start: firstAction.start, end: firstAction.end }, clauseEnd);
  const comesFirst = firstAction.start < reward.start;
  if (!comesFirst) {
    const last = actions.at(-1) ?? firstAction;
    return cutAround(text, { start: reward.end, end: stretchAround(text, last, clauseEnd).end }, kept);
  }
  let end = rewards.find((span) => span.start > firstAction.start)?.start ?? reward.start;
  while (end < reward.end && !opening.test(text[end] ?? '')) end += 1;
  return cutAround(text, { start: clause.start, end }, kept);
}

/** Applies edits that do not overlap; of overlapping ones the first stays. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((left, right) => left.start - right.start || right.end - left.end);
  let out = '';
  let from = 0;
  for (const edit of sorted) {
    if (edit.start < from) continue;
    out += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return out + text.slice(from);
}

/** Repairs the seams edits leave: doubled marks, marks at a line's start, empty lines. */
export function tidy(text: string): string {
  return text
    .replace(/[，,、；;]{2,}/g, '，')
    .replace(/[，,、；;]+([。！？!?])/g, '$1')
    .replace(/([。！？!?])[，,、；;。]+/g, '$1')
    .replace(/^[ \t]*[，,、；;。：:]+[ \t]*/gm, '')
    .replace(/[，,、]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
