import type { PasteLink, PasteProduct, PasteReading } from '#contract/paste';
import type { SurfaceId } from '#contract/surfaces';
import { isPlainPage } from '#domain/links/link-kinds';
import type { LinkPart } from '#domain/links/link-part';
import { takeApart } from '#domain/links/take-apart';
import type { Judge } from '#domain/openability/judge';
import { type PasteDraft, pasteDrafts } from '#domain/paste/paste-drafts';
import { textHash } from '#domain/shared/text-hash';
import { linkEarning, type OwnIdentity, sourceOf } from '../catalog/derive-links.ts';
import { type DraftMatch, type MatchDependencies, matchDrafts } from './match-drafts.ts';

export interface ReadDependencies extends MatchDependencies {
  judge: Judge;
  identity: OwnIdentity;
  /** The user says that the links of the text are their own. */
  own: boolean;
}

/** Where the catalog has the links of a pasted text from. */
export const pasteField = (own: boolean): 'paste' | 'pasteOwn' => (own ? 'pasteOwn' : 'paste');

/** A text taken apart, with the drafts and parts that keeping it works on. */
export interface ReadText {
  drafts: PasteDraft[];
  matches: (DraftMatch | null)[];
  parts: LinkPart[];
  reading: PasteReading;
}

/** Takes any text apart into products, links, prices, coupons and words, and finds the products that are known. */
export function readPaste(text: string, surface: SurfaceId, deps: ReadDependencies): ReadText {
  const apart = takeApart(text);
  const drafts = pasteDrafts(apart, text.length);
  const { links: parts, prices, coupons, words } = apart;
  const matches = matchDrafts(drafts, parts, deps);
  const links = describeLinks(parts, surface, deps);
  const products = drafts.map((draft, at) => toProduct(draft, matches[at] ?? null, links));
  return { drafts, matches, parts, reading: { surface, products, links, prices, coupons, words } };
}

function describeLinks(parts: readonly LinkPart[], surface: SurfaceId, deps: ReadDependencies): PasteLink[] {
  const { catalog, targetOf, judge, identity, own } = deps;
  const known = new Map(
    catalog.byLinks(parts.map(({ canonical }) => textHash(canonical))).map((link) => [link.linkHash, link]),
  );
  return parts.map((part) => {
    const hash = textHash(part.canonical);
    const here = known.get(hash) ?? null;
    const said = linkEarning(part, sourceOf(pasteField(own)), targetOf(hash), identity);
    const { earns, owner, reason } = said.earns === 'unknown' && here !== null ? here.money : said;
    return {
      kind: part.kind,
      value: part.value,
      start: part.start,
      end: part.end,
      itemId: part.itemId,
      pid: part.pid,
      relationId: part.relationId,
      certainty: part.certainty,
      validDays: part.validDays,
      earns,
      owner,
      earnsReason: reason,
      outcome: judge.judge({ kind: part.kind, host: part.host }, surface).outcome,
      knownLinkId: here?.linkId ?? null,
      suggested: part.certainty === 'sure' && owner !== 'other' && reason !== 'dead-link',
    };
  });
}

function toProduct(draft: PasteDraft, match: DraftMatch | null, links: readonly PasteLink[]): PasteProduct {
  const { market: _market, itemKey: _itemKey, coupon, ...said } = draft;
  const sells = draft.links.some((index) => links[index]?.suggested === true && !isPlainPage(links[index].kind));
  return {
    match: match && {
      productId: `${match.product.market}:${match.product.itemKey}`,
      title: match.product.title,
      by: match.by,
    },
    ...said,
    coupon: coupon && { faceFen: coupon.faceFen, thresholdFen: coupon.thresholdFen },
    suggested: match !== null || sells || draft.itemId !== null,
  };
}
