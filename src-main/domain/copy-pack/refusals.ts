import type { SurfaceId } from '#contract/surfaces';
import { classifyText } from '../links/classify.ts';
import { linkForm } from '../links/link-kinds.ts';
import type { PackItem, RefusalReason } from './pack-input.ts';

/** Reasons a written override cannot lift: the post would be hidden, or there is nothing to post. */
const final: ReadonlySet<RefusalReason['code']> = new Set(['token-on-moments', 'empty-text']);

export interface Judgement {
  /** Not to be exported. */
  refused: boolean;
  /** Everything that speaks against it, lifted by the override or not. */
  reasons: RefusalReason[];
  /** The user's reason, when it is what lets the item through; otherwise null. */
  override: string | null;
  /** Whether a written reason could let it through. */
  canOverride: boolean;
}

/** Surfaces whose posts sell without a link of their own: a video, an article with 阅读原文 or a mini-program card. */
const linkElsewhere: ReadonlySet<SurfaceId> = new Set(['oa_article', 'channels']);

/**
 * Whether an item may be exported to a surface: `block` findings, blocked and dead links, somebody else's promoter and
 * copy nobody can buy from are refused unless the user wrote a reason; a 口令 in a Moments text is refused always (blocked there since 2018-05-29, research wechat_policy).
 */
export function judgeItem(item: PackItem, surface: SurfaceId): Judgement {
  const reasons = reasonsAgainst(item, surface);
  const override = item.override?.trim() ?? '';
  const canOverride = !reasons.some(({ code }) => final.has(code));
  if (reasons.length === 0) return { refused: false, reasons, override: null, canOverride };
  const refused = override === '' || !canOverride;
  return { refused, reasons, override: refused ? null : override, canOverride };
}

function reasonsAgainst(item: PackItem, surface: SurfaceId): RefusalReason[] {
  const reasons: RefusalReason[] = [];
  if (item.text.trim() === '') reasons.push({ code: 'empty-text', params: {} });
  const blocking = item.findings.filter(({ severity }) => severity === 'block');
  if (blocking.length > 0) {
    const texts = [...new Set(blocking.map(({ text }) => text.slice(0, 20)))].slice(0, 5);
    reasons.push({ code: 'block-findings', params: { count: blocking.length, texts } });
  }
  if (item.verdict?.outcome === 'blocked') reasons.push({ code: 'link-blocked', params: {} });
  if (item.verdict?.outcome === 'dead') reasons.push({ code: 'link-dead', params: {} });
  const [otherPid] = item.otherPids;
  if (otherPid !== undefined) reasons.push({ code: 'other-pid', params: { pid: otherPid } });
  if (!item.link && !linkElsewhere.has(surface) && classifyText(item.text).length === 0) {
    reasons.push({ code: 'no-link', params: {} });
  }
  if (surface === 'moments') reasons.push(...tokensIn(item.text));
  return reasons;
}

function tokensIn(text: string): RefusalReason[] {
  const tokens = classifyText(text).filter(({ kind }) => linkForm(kind) === 'token');
  const sure = tokens.find(({ certainty }) => certainty === 'sure');
  const found = sure ?? tokens[0];
  if (!found) return [];
  return [{ code: sure ? 'token-on-moments' : 'maybe-token-on-moments', params: { token: found.value.slice(0, 40) } }];
}
