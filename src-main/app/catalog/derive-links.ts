import type { DerivedLink, LinkDeriver } from '#app/ports/import-store';
import type { ImportedLink, LinkField } from '#domain/catalog/imported-row';
import { classifyCell } from '#domain/links/classify';
import { doubted, type Earning, earning, type EarningSource } from '#domain/links/earning';
import type { LinkPart } from '#domain/links/link-part';
import { type ResolvedTarget, resolvedEarning } from '#domain/links/resolved-earning';
import { endsWithCoupon, validity } from '#domain/links/validity';
import { textHash } from '#domain/shared/text-hash';

/** Whose links are the user's own. */
export interface OwnIdentity {
  ownPids: readonly string[];
  ownRelationIds: readonly string[];
  /** Files come from the user's own account, and so do the links in columns that Alimama fills. */
  ownFiles: boolean;
}

/** Columns that Alimama fills with links and 口令 made for the exporting account. */
export const affiliateFields: ReadonlySet<LinkField> = new Set([
  'affiliateUrl',
  'affiliateShortUrl',
  'token',
  'couponAffiliateUrl',
  'couponToken',
  'couponShortUrl',
]);

/** In these columns the whole cell is one 口令 as the official tool wrote it and must be pasted byte for byte. */
const tokenFields: ReadonlySet<LinkField> = new Set(['token', 'couponToken']);

/** Where a link led when it was followed, by its hash; null when it never was. */
export type TargetLookUp = (linkHash: number) => ResolvedTarget | null;

/** Whose commission a link carries, as its text, its column and what following it showed tell together. */
export function linkEarning(
  part: LinkPart,
  source: EarningSource,
  target: ResolvedTarget | null,
  identity: OwnIdentity,
): Earning {
  const isOwnFile = source === 'affiliate-column' && identity.ownFiles;
  const context = { ...identity, source: isOwnFile ? ('own-file' as const) : source };
  const fromText = earning(part, context);
  return doubted(target === null ? fromText : resolvedEarning(fromText, target, context), source);
}

/** What the place a link comes from says of it. @param field a {@link LinkField}, as the catalog stores it */
export function sourceOf(field: string): EarningSource {
  if (field === 'paste') return 'pasted';
  if (field === 'pasteOwn') return 'pasted-own';
  return affiliateFields.has(field as LinkField) ? 'affiliate-column' : 'other';
}

/**
 * Recognises the links in the cells of one row and says of each whose commission it carries and how long it lives. The
 * same link in two cells is one link: the cell that tells more (an affiliate column before a 推荐语) comes first.
 */
export function createLinkDeriver(identity: OwnIdentity, targetOf: TargetLookUp = () => null): LinkDeriver {
  return (links, issuedOn) => {
    const derived = new Map<string, DerivedLink>();
    for (const link of links) {
      const parts = classifyCell(link.value, link.field);
      for (const part of parts) {
        const whole = parts.length === 1 && tokenFields.has(link.field) ? link.value.trim() : part.value;
        if (!derived.has(part.canonical))
          derived.set(part.canonical, derive(part, whole, link, link.issuedOn ?? issuedOn, { identity, targetOf }));
      }
    }
    return [...derived.values()];
  };
}

function derive(
  part: LinkPart,
  value: string,
  { field, own: isOwn }: ImportedLink,
  issuedOn: string,
  { identity, targetOf }: { identity: OwnIdentity; targetOf: TargetLookUp },
): DerivedLink {
  const linkHash = textHash(part.canonical);
  const target = targetOf(linkHash);
  const money = linkEarning(part, isOwn ? 'own-keys' : sourceOf(field), target, identity);
  const own = validity(part, { issuedOn, couponEndsOn: null, fromField: field });
  return {
    linkHash,
    kind: part.kind,
    innerKind: part.innerKind,
    value,
    canonical: part.canonical === value ? null : part.canonical,
    host: part.host,
    itemId: part.itemId ?? target?.itemId ?? null,
    pid: part.pid ?? target?.pid ?? null,
    relationId: part.relationId ?? target?.relationId ?? null,
    origin: field,
    earns: money.earns,
    owner: money.owner,
    earnsReason: money.reason,
    issuedOn,
    ownDeadFrom: own.deadFrom,
    validityBasis: own.basis,
    livesOffCoupon: endsWithCoupon(part, field),
  };
}
