import { type Earning, earning, type EarningContext } from './earning.ts';
import type { LinkFacts } from './link-part.ts';
import type { LinkKind } from './link-kinds.ts';

/** What following a link showed: the page it opens, and whom the way there names. */
export interface ResolvedTarget {
  url: string;
  kind: LinkKind;
  itemId: string | null;
  pid: string | null;
  relationId: string | null;
  /** An address on the way is an affiliate link by its form. */
  affiliate: boolean;
}

/**
 * What is known of a link's commission once it was followed. Only what the text left open is answered: a fact read from
 * the text, or from the column it stood in, is not overruled by where a platform's pages lead today.
 */
export function resolvedEarning(fromText: Earning, target: ResolvedTarget, context: EarningContext): Earning {
  const isOpen =
    fromText.earns === 'unknown' ||
    fromText.reason === 'said-own' ||
    fromText.reason === 'own-file' ||
    (fromText.earns === 'yes' && fromText.owner === 'unknown');
  if (!isOpen) return fromText;
  if (target.affiliate) {
    // The form of a page that takes a promoter, whatever stood at the end: the way there named one.
    const named = earning(asFacts(target, 'tbk_uland_edetail'), { ...context, source: 'other' });
    if (named.earns === 'yes' && named.reason !== 'affiliate-link') return named;
    return fromText.earns === 'yes' ? fromText : { earns: 'yes', owner: 'unknown', reason: 'resolved-affiliate' };
  }
  if (fromText.earns === 'yes' || target.pid !== null) return fromText;
  const page = earning(asFacts(target, target.kind), { ...context, source: 'other' });
  return page.earns === 'no' ? { ...page, reason: 'resolved-plain' } : fromText;
}

function asFacts({ url, itemId, pid, relationId }: ResolvedTarget, kind: LinkKind): LinkFacts {
  const rest = { activityId: null, token: null, host: null, innerKind: null, canonical: url };
  return { kind, url, itemId, pid, relationId, ...rest };
}
