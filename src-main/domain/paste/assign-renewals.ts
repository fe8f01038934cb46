/** A product that waits for a new link. */
export interface WaitingProduct {
  productId: string;
  title: string;
}

/** What a pasted text says of one product. */
export interface OfferedLinks {
  /** The product of the catalog it was found to be; null: none. */
  productId: string | null;
  title: string | null;
  /** Holds at least one new link worth posting. */
  usable: boolean;
}

/** `same`: item id, link or name; `title`: part of the name; `order`: as many came back as were given out. */
export type AssignedBy = 'same' | 'title' | 'order';

export interface RenewalAssignment {
  productId: string;
  /** Index of the offer. */
  offer: number;
  by: AssignedBy;
}

/** Shorter names say too little. */
const fewestLetters = 6;

const plain = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();

function namesOne(offer: string, title: string): boolean {
  const [a, b] = [plain(offer), plain(title)];
  return Math.min(a.length, b.length) >= fewestLetters && (a.includes(b) || b.includes(a));
}

/**
 * Which of the links that came back belong to which of the products that were given out: by what they are known to be,
 * by name where only one fits, and, when exactly as many are left on both sides, in their order.
 */
export function assignRenewals(
  waiting: readonly WaitingProduct[],
  offers: readonly OfferedLinks[],
): RenewalAssignment[] {
  const found = new Map<string, RenewalAssignment>();
  const taken = new Set<number>();
  const assign = (productId: string, offer: number, by: AssignedBy): void => {
    taken.add(offer);
    if (!found.has(productId)) found.set(productId, { productId, offer, by });
  };
  const open = (): { products: WaitingProduct[]; left: number[] } => ({
    products: waiting.filter(({ productId }) => !found.has(productId)),
    left: offers.flatMap(({ usable }, index) => (usable && !taken.has(index) ? [index] : [])),
  });
  const known = new Set(waiting.map(({ productId }) => productId));
  offers.forEach(({ productId, usable }, index) => {
    if (usable && productId !== null && known.has(productId)) assign(productId, index, 'same');
  });
  const { products, left } = open();
  for (const index of left) {
    const { title, productId } = offers[index] ?? { title: null, productId: null };
    if (title === null || productId !== null) continue;
    const [only, second] = products.filter((product) => namesOne(title, product.title));
    if (only && !second && !found.has(only.productId)) assign(only.productId, index, 'title');
  }
  const rest = open();
  const unknown = rest.left.filter((index) => offers[index]?.productId === null);
  if (unknown.length === rest.products.length) {
    rest.products.forEach(({ productId }, at) => assign(productId, unknown[at] ?? -1, 'order'));
  }
  return waiting.flatMap(({ productId }) => found.get(productId) ?? []);
}
