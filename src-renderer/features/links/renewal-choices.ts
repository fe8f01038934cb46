import type { PasteChoice, PasteProduct, PasteReading } from '#contract/paste';
import type { RenewalAssignment } from '#domain/paste/assign-renewals';

/** Links of a product that are worth posting and not in the catalog yet: pages that pay nothing are no renewal. */
export function newLinksOf({ links }: PasteReading, product: PasteProduct): number[] {
  return product.links.filter((index) => {
    const link = links[index];
    return link?.suggested === true && link.earns !== 'no' && link.knownLinkId === null;
  });
}

/** The new links, each into the product it was put to. */
export function renewalChoices(reading: PasteReading, assigned: readonly RenewalAssignment[]): PasteChoice[] {
  return assigned.flatMap(({ productId, offer }) => {
    const product = reading.products[offer];
    return product
      ? [{ product: offer, links: newLinksOf(reading, product), into: productId, title: null, words: false }]
      : [];
  });
}
