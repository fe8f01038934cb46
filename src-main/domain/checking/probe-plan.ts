import { isPlainPage, linkForm, type LinkKind } from '../links/link-kinds.ts';
import type { ProbeFacts } from '../probing/probe-facts.ts';

/** Kinds whose address does not show what it opens. */
const hidesTarget: ReadonlySet<LinkKind> = new Set([
  'tbk_click_long',
  'tbk_click_short',
  'tb_short_m',
  'tb_short_e',
  'jd_union_short',
  'jd_union_click',
  'jd_short_3cn',
  'pdd_short',
  'douyin_short',
  'kuaishou_short',
  'xhs_short',
  'meituan_short',
  'alipay_short',
] as const);

/** WeChat is asked about addresses only: the page inside a 口令 or scheme is not what is posted. */
export const asksWechat = (kind: LinkKind): boolean => linkForm(kind) === 'address';

/**
 * Whether a short link has to be followed once more, as an ordinary browser, to learn what it opens: what WeChat is shown
 * may end at a hint page. Not asked when the first view told it, because each visit of an affiliate link counts as a click.
 */
export function needsResolving(kind: LinkKind, direct: ProbeFacts): boolean {
  if (direct.skipped || direct.outcomeHint === 'dead') return false;
  const hides = hidesTarget.has(kind) || linkForm(kind) === 'token';
  return hides && (direct.opened === null || hidesTarget.has(direct.opened.kind) || isPlainPage(direct.opened.kind));
}
