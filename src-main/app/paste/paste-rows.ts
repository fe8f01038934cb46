import type { PasteChoice } from '#contract/paste';
import type { ImportedLink, ImportedProduct } from '#domain/catalog/imported-row';
import { unsaidProduct } from '#domain/catalog/unsaid-product';
import type { LinkKind } from '#domain/links/link-kinds';
import type { KnownProduct, PasteCatalog } from '../ports/paste-catalog.ts';
import type { StagedRow } from '../ports/import-store.ts';
import { keyOfDraft } from './match-drafts.ts';
import { pasteField, type ReadText } from './read-paste.ts';

const itemPages: ReadonlySet<LinkKind> = new Set(['tb_item_pc', 'tmall_item_pc', 'tb_item_h5', 'jd_item', 'pdd_item']);

interface Kept {
  choices: readonly PasteChoice[];
  /** The user says that the links are their own. */
  own: boolean;
}

/**
 * What the user chose to keep, as rows of an import. A known product gets the links only: what somebody's post says of
 * its price or coupon is not newer than what a file said. A new one becomes a draft with everything the text says.
 */
export function pasteRows(text: string, read: ReadText, { choices, own }: Kept, catalog: PasteCatalog): StagedRow[] {
  const named = choices.flatMap(({ into }) => (into === null ? [] : [splitId(into)]));
  const known = new Map(catalog.byKeys(named).map((product) => [`${product.market}:${product.itemKey}`, product]));
  return choices.flatMap((choice) => {
    const draft = read.drafts[choice.product];
    if (!draft) return [];
    const product = (choice.into === null ? undefined : known.get(choice.into)) ?? null;
    const links = choice.links
      .filter((index) => draft.links.includes(index))
      .flatMap((index): ImportedLink[] => {
        const value = read.parts[index]?.value;
        if (value === undefined) return [];
        return [{ field: pasteField(own), value, ...(draft.sentOn === null ? {} : { issuedOn: draft.sentOn }) }];
      });
    const said = product ? onlyId(product) : draftProduct(read, choice);
    return said === null ? [] : [{ line: lineOf(text, draft.start), product: said, links, extra: {} }];
  });
}

const onlyId = ({ market, itemKey, itemId }: KnownProduct): ImportedProduct => ({
  ...unsaidProduct,
  market,
  itemKey,
  itemId,
});

function draftProduct(read: ReadText, { product, title, words }: PasteChoice): ImportedProduct | null {
  const draft = read.drafts[product];
  if (!draft) return null;
  const itemKey = draft.itemKey ?? keyOfDraft(draft, read.parts);
  const page = draft.links.flatMap((index) => read.parts[index] ?? []).find(({ kind }) => itemPages.has(kind));
  const { market, priceFen, finalPriceFen, coupon } = draft;
  const said = draft.words.flatMap((index) => read.reading.words[index]?.value ?? []).join('\n');
  return {
    ...unsaidProduct,
    market,
    itemKey,
    itemId: draft.itemId ?? itemKey,
    title: title === null || title === '' ? draft.title : title,
    detailUrl: page?.url ?? null,
    priceFen,
    statedFinalPriceFen: finalPriceFen,
    ...(coupon === null
      ? {}
      : {
          couponState: 'some' as const,
          couponText: coupon.value,
          couponFaceFen: coupon.faceFen,
          couponThresholdFen: coupon.thresholdFen,
        }),
    recommendText: words && said !== '' ? said : null,
  };
}

/** @returns market and item key of a public id (its shape was checked at the door) */
function splitId(id: string): { market: ImportedProduct['market']; itemKey: string } {
  const colon = id.indexOf(':');
  return { market: id.slice(0, colon) as ImportedProduct['market'], itemKey: id.slice(colon + 1) };
}

/** 1-based line of the text. */
function lineOf(text: string, at: number): number {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line += 1;
  return line;
}
