import type { PasteMatchBy } from '#contract/paste';
import { draftKey } from '#domain/catalog/draft-key';
import { parseItemId } from '#domain/import/cells/item-id';
import type { LinkPart } from '#domain/links/link-part';
import type { PasteDraft } from '#domain/paste/paste-drafts';
import { textHash } from '#domain/shared/text-hash';
import type { TargetLookUp } from '../catalog/derive-links.ts';
import type { KnownLink, KnownProduct, PasteCatalog } from '../ports/paste-catalog.ts';

export interface DraftMatch {
  product: KnownProduct;
  by: PasteMatchBy;
}

export interface MatchDependencies {
  catalog: PasteCatalog;
  targetOf: TargetLookUp;
}

const keyOf = ({ market, itemKey }: { market: string; itemKey: string }): string => `${market}:${itemKey}`;

/** Key of the draft that a product without an id becomes. */
export function keyOfDraft({ title, links }: PasteDraft, parts: readonly LinkPart[]): string {
  return draftKey(parts[links[0] ?? -1]?.canonical ?? title ?? '');
}

/** The product of the catalog that each draft is: by item id, a link it has, what following a link showed, its name. */
export function matchDrafts(
  drafts: readonly PasteDraft[],
  parts: readonly LinkPart[],
  { catalog, targetOf }: MatchDependencies,
): (DraftMatch | null)[] {
  const followed = drafts.map((draft) => followedKey(draft, parts, targetOf));
  const keys = drafts.flatMap((draft, at) => [
    { market: draft.market, itemKey: draft.itemKey ?? keyOfDraft(draft, parts) },
    ...(followed[at] === null ? [] : [{ market: draft.market, itemKey: followed[at] ?? '' }]),
  ]);
  const products = new Map(catalog.byKeys(keys).map((product) => [keyOf(product), product]));
  const links = new Map<number, KnownLink>();
  for (const link of catalog.byLinks(parts.map(({ canonical }) => textHash(canonical)))) {
    if (link.product && !links.has(link.linkHash)) links.set(link.linkHash, link);
  }
  const found = drafts.map((draft, at) => {
    const find = (itemKey: string | null): KnownProduct | undefined =>
      itemKey === null ? undefined : products.get(keyOf({ market: draft.market, itemKey }));
    if (draft.itemKey !== null) return matched(find(draft.itemKey), 'item-id');
    const byLink = draft.links.flatMap((index) => {
      const canonical = parts[index]?.canonical;
      return canonical === undefined ? [] : (links.get(textHash(canonical))?.product ?? []);
    })[0];
    return matched(byLink ?? find(keyOfDraft(draft, parts)), 'link') ?? matched(find(followed[at] ?? null), 'followed');
  });
  const byTitle = namesakes(
    drafts.filter(({ itemKey }, at) => itemKey === null && !found[at]),
    catalog,
  );
  return found.map((match, at) => match ?? matched(byTitle.get(drafts[at]?.title?.trim() ?? ''), 'title'));
}

/** The products that are called like drafts, by that name. */
function namesakes(drafts: readonly PasteDraft[], catalog: PasteCatalog): Map<string, KnownProduct> {
  const titles = new Set(drafts.flatMap(({ title }) => title?.trim() || []));
  return new Map(catalog.byTitles([...titles]).map((product) => [product.title, product]));
}

const matched = (product: KnownProduct | null | undefined, by: PasteMatchBy): DraftMatch | null =>
  product ? { product, by } : null;

/** Key of the item that one of the draft's links led to when it was followed. */
function followedKey({ market, links }: PasteDraft, parts: readonly LinkPart[], targetOf: TargetLookUp): string | null {
  for (const index of links) {
    const canonical = parts[index]?.canonical;
    const itemId = canonical === undefined ? null : (targetOf(textHash(canonical))?.itemId ?? null);
    const reading = itemId === null ? null : parseItemId(itemId, market);
    if (reading && 'key' in reading) return reading.key;
  }
  return null;
}
