import type { ProbeFacts, ProbeId } from '../probe-facts.ts';

/** What a probe found of a page that opens and is nothing special, with what a test changes about it. */
export const probeFacts = (
  probe: ProbeId,
  url: string,
  checkedAt: string,
  changes: Partial<ProbeFacts> = {},
): ProbeFacts => ({
  probe,
  url,
  skipped: false,
  outcomeHint: null,
  appliesTo: probe === 'wapredirect' ? 'article-jump' : 'every-surface',
  reason: probe === 'wapredirect' ? 'no-block-found' : 'page-opened',
  params: {},
  signals: [],
  hops: [],
  evidence: [],
  textForReview: null,
  opened: null,
  checkedAt,
  packVersion: 'test',
  ...changes,
});
