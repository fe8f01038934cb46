import { buildFinding, type FindingSource } from '../build-finding.ts';
import type { Finding, Severity } from '../finding.ts';
import type { SelectedRule } from '../packs/select-rules.ts';
import { spanOf } from '../text/view.ts';
import type { Opinion } from './second-opinion.ts';

/** Says what the finding rests on: no pattern, but the wording as a whole. */
function explain(words: readonly string[], title: string, locale: FindingSource['locale']): string {
  const quoted = words.map((word) => (locale === 'zh' ? `“${word}”` : `"${word}"`));
  return locale === 'zh'
    ? `整句读起来像“${title}”${quoted.length > 0 ? `，主要看${quoted.join('')}` : ''}；没有对上具体句式，请自己再看一眼。`
    : `Read as a whole this resembles "${title}"${quoted.length > 0 ? `, mostly for ${quoted.join(', ')}` : ''}; no known pattern fits, so have a look yourself.`;
}

/** Writes a finding of the second opinion: the rule's own basis, at most a warning. */
export function buildOpinion(
  opinion: Opinion,
  selected: SelectedRule,
  severity: Severity,
  source: FindingSource,
): Finding {
  const range = { start: opinion.from, end: opinion.to, parts: [] };
  const finding = buildFinding(range, selected, severity === 'block' ? 'warn' : severity, source);
  const words = opinion.words.map(({ from, to }) => {
    const span = spanOf(source.view, from, to);
    return source.text.slice(span.start + source.offset, span.end + source.offset);
  });
  return { ...finding, explanation: explain(words, finding.basis.title, source.locale) };
}
