import { classifyText } from '../links/classify.ts';
import { earning } from '../links/earning.ts';
import type { LinkPart } from '../links/link-part.ts';

/** Whose links are the user's own. */
export interface OwnIdentity {
  ownPids: readonly string[];
  ownRelationIds: readonly string[];
}

/** The links and 口令 that stand in a copy beside the chosen one: people paste. */
export interface CopyLinks {
  others: LinkPart[];
  /** Promoters of other people among them; '' where the link does not show which. */
  otherPids: string[];
}

/** What the final text holds may differ from what was chosen. */
export function copyLinks(text: string, chosen: string | null, own: OwnIdentity): CopyLinks {
  const parts = classifyText(text);
  const others = parts.filter((part) => !isSame(part.value, chosen));
  // Also what only looks like the chosen link: one of its own may stand inside somebody else's.
  const foreign = parts.filter((part) => part.value !== chosen && isForeign(part, own));
  return { others, otherPids: foreign.map(({ pid }) => pid ?? '') };
}

/** Whether a link pays somebody who is not the user. */
export const isForeign = (part: LinkPart, own: OwnIdentity): boolean =>
  earning(part, { ...own, source: 'other' }).owner === 'other';

/** A 口令 may stand in a longer official text, and the other way round. */
function isSame(value: string, chosen: string | null): boolean {
  const whole = chosen?.trim() ?? '';
  return whole !== '' && (whole.includes(value) || value.includes(whole));
}
