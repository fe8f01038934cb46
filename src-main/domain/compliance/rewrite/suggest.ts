import type { Finding, LintReport, TextSpan } from '../finding.ts';
import type { RewriteData, RewritesPack } from '../packs/pack-types.ts';
import { applyEdits, dropClause, dropCondition, dropSentence, tidy, type Edit } from './edits.ts';
import { keepsProtected, protectedSpans } from './protected.ts';

/** What the rewriter needs from the linter. */
export interface RewriteHost {
  /** Judges a text without asking for suggestions. */
  judge: (text: string) => LintReport;
  /** How a rule's findings may be rewritten, best first. */
  rewritesOf: (finding: Finding) => readonly RewriteData[];
  /** The text folded for comparison, unit by unit. */
  fold: (text: string) => string;
  pack: RewritesPack | undefined;
  /** The note of a way of rewriting in the user's language. */
  noteOf: (rewrite: RewriteData) => string;
}

const maxRounds = 5;
const hasWords = /[\u4E00-\u9FFFA-Za-z0-9]{2}/;

function plainWording(text: string, finding: Finding, host: RewriteHost): Edit | null {
  const span = finding.parts.find((part) => part.role === 'claim')?.span ?? finding;
  const folded = host.fold(text.slice(span.start, span.end));
  const pair = (host.pack?.replace ?? [])
    .toSorted((left, right) => right[0].length - left[0].length)
    .find(([from]) => folded.includes(from));
  if (pair !== undefined && folded.length === span.end - span.start) {
    const at = span.start + folded.indexOf(pair[0]);
    return { start: at, end: at + pair[0].length, text: pair[1] };
  }
  if (pair !== undefined) return { ...span, text: pair[1] };
  const softened = host.pack?.softener[folded[0] ?? ''];
  return softened === undefined ? null : { ...span, text: softened + folded.slice(1) };
}

function editFor(text: string, finding: Finding, host: RewriteHost, kept: readonly TextSpan[]): Edit {
  for (const { how } of host.rewritesOf(finding)) {
    const edit =
      how === 'replace'
        ? plainWording(text, finding, host)
        : how === 'drop-condition'
          ? dropCondition(text, finding, kept)
          : null;
    if (edit !== null) return edit;
  }
  return dropClause(text, finding, kept);
}

/** Repeats edits until the text is clean; null when that takes too many rounds or a protected piece gets lost. */
function rewrite(
  text: string,
  host: RewriteHost,
  edit: (current: string, finding: Finding, kept: readonly TextSpan[]) => Edit,
): string | null {
  let current = text;
  for (let round = 0; round < maxRounds; round += 1) {
    const report = host.judge(current);
    if (report.decision === 'ok') return keepsProtected(text, current) && hasWords.test(current) ? current : null;
    const kept = protectedSpans(current);
    const offending = report.findings.filter((finding) => finding.severity !== 'info');
    const next = tidy(
      applyEdits(
        current,
        offending.map((finding) => edit(current, finding, kept)),
      ),
    );
    if (next === current) return null;
    current = next;
  }
  return null;
}

function onlyProtected(text: string, host: RewriteHost): string | null {
  const pieces = protectedSpans(text).map(({ start, end }) => text.slice(start, end));
  const neutral = [host.pack?.neutral['default'] ?? '', ...pieces].filter((piece) => piece !== '').join('\n');
  return neutral !== '' && host.judge(neutral).decision === 'ok' ? neutral : null;
}

/**
 * One or two whole-text rewrites that were judged again and came out clean, with every price, coupon, address and 口令
 * as it was: first the smallest change, then one that leaves the sentences out. Empty when neither works.
 */
export function suggestRewrites(text: string, findings: readonly Finding[], host: RewriteHost): Finding['suggestions'] {
  const first = findings.find((finding) => finding.severity !== 'info');
  if (first === undefined) return [];
  const gentle = rewrite(text, host, (current, finding, kept) => editFor(current, finding, host, kept));
  const plain = rewrite(text, host, (current, finding, kept) => dropSentence(current, finding, kept));
  const notes = host.rewritesOf(first);
  const out: Finding['suggestions'] = [];
  for (const [index, candidate] of [gentle, plain].entries()) {
    if (candidate === null || out.some((known) => known.text === candidate)) continue;
    const note = notes[Math.min(index, notes.length - 1)];
    out.push({ text: candidate, note: note === undefined ? '' : host.noteOf(note) });
  }
  if (out.length > 0) return out;
  const neutral = onlyProtected(text, host);
  const note = notes.at(-1);
  return neutral === null ? [] : [{ text: neutral, note: note === undefined ? '' : host.noteOf(note) }];
}
