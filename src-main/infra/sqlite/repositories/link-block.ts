import type { DerivedLink } from '#app/ports/import-store';

/** A derived link with where it belongs. */
export interface PlacedLink {
  /** The product it belongs to or the staged row that brings it: whoever writes the block knows which. */
  place: number;
  batchId: number;
  link: DerivedLink;
  couponDeadFrom: string | null;
  soldOut: number | null;
}

type Cell = string | number | null;

/** What differs from link to link, in the order of {@link LinkBlock.own}. */
export const ownColumns = ['link_hash', 'value', 'canonical', 'item_id', 'coupon_dead_from', 'sold_out'] as const;

/** What the links of a file say alike, a few hundred combinations in a list of 200,000; in the order of {@link LinkBlock.met}. */
export const sharedColumns = [
  'kind',
  'host',
  'pid',
  'relation_id',
  'origin',
  'inner_kind',
  'earns',
  'owner',
  'earns_reason',
  'issued_on',
  'own_dead_from',
  'validity_basis',
  'batch_id',
] as const;

/** Links as flat lists, which cross to another thread at a fraction of the cost of objects. */
export interface LinkBlock {
  places: number[];
  /** Of each link the number of its combination of {@link sharedColumns}. */
  shared: number[];
  /** The {@link ownColumns} of the first link, then those of the second … */
  own: Cell[];
  /** Combinations not met before, with the numbers that follow those of earlier blocks. */
  met: Cell[][];
  /** Combinations of earlier blocks count no longer, numbers begin anew. */
  forgets: boolean;
}

/** Combinations kept at a time; a file in which every link is different from every other must not fill the memory. */
const mostShared = 20_000;

/** One combination of {@link sharedColumns} and its number. */
interface Combination {
  said: Cell[];
  number: number;
}

/** Makes blocks that refer to one another: whoever writes them writes all of them, in their order. */
export class LinkBlocks {
  readonly #numbers = new Map<string, number>();
  /** Met last in each column of the file: its next link mostly says the same, and comparing is quicker than looking up. */
  readonly #latest = new Map<string, Combination>();

  of(links: Iterable<PlacedLink>): LinkBlock {
    const forgets = this.#numbers.size > mostShared;
    if (forgets) {
      this.#numbers.clear();
      this.#latest.clear();
    }
    const block: LinkBlock = { places: [], shared: [], own: [], met: [], forgets };
    for (const placed of links) {
      const { place, link, couponDeadFrom, soldOut } = placed;
      block.places.push(place);
      block.shared.push(this.#number(placed, block.met));
      block.own.push(link.linkHash, link.value, link.canonical, link.itemId, couponDeadFrom, soldOut);
    }
    return block;
  }

  #number({ link, batchId }: PlacedLink, met: Cell[][]): number {
    const { kind, host, pid, relationId, origin, innerKind, earns, owner, earnsReason } = link;
    const who = [kind, host, pid, relationId, origin, innerKind, earns, owner, earnsReason];
    const said = [...who, link.issuedOn, link.ownDeadFrom, link.validityBasis, batchId];
    const latest = this.#latest.get(origin);
    if (latest?.said.every((cell, at) => cell === said[at])) return latest.number;
    const number = this.#lookUp(said, met);
    this.#latest.set(origin, { said, number });
    return number;
  }

  #lookUp(said: Cell[], met: Cell[][]): number {
    const key = JSON.stringify(said);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    met.push(said);
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}
