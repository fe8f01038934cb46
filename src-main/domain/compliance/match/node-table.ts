/** Fields of a place: the key of its node, the pattern that ends there, and a bit for each unit it may go on with. */
const fields = 3;

/** Stand for a pattern: there is no node at the place, and none ends at the node. Patterns are numbered from 2 on. */
const noNode = 0;
const noPattern = 1;
const firstPattern = 2;

/**
 * Nodes of a tree of patterns by 32-bit keys, by open addressing: all that is to know of one lies side by side. Texts
 * look at thousands, each far away in memory from the one before.
 */
export class NodeTable {
  readonly size: number;
  private readonly places: Int32Array;

  /** For so many nodes at most. */
  constructor(nodes: number) {
    this.size = 2 ** Math.ceil(Math.log2(nodes * 1.3 + 1));
    this.places = new Int32Array(this.size * fields);
  }

  /** Where the node of a key lies, or would lie. */
  find(key: number): number {
    const { places } = this;
    const mask = this.size - 1;
    const mixed = Math.imul(key, 0x9e3779b1);
    let place = (mixed ^ (mixed >>> 15)) & mask;
    while (places[place * fields] !== key && places[place * fields + 1] !== noNode) place = (place + 1) & mask;
    return place;
  }

  /** The place of the node of a key (a whole number of 32 bits with sign), which is made when there is none. */
  add(key: number): number {
    const place = this.find(key);
    this.places[place * fields] = key;
    if (this.places[place * fields + 1] === noNode) this.places[place * fields + 1] = noPattern;
    return place;
  }

  /** The pattern that ends at a place, below 0 for none. */
  patternAt(place: number): number {
    return (this.places[place * fields + 1] ?? noNode) - firstPattern;
  }

  endPattern(place: number, pattern: number): void {
    this.places[place * fields + 1] = pattern + firstPattern;
  }

  /** False when no pattern goes on with a unit; several units share a bit. */
  mayGoOn(place: number, unit: number): boolean {
    return ((this.places[place * fields + 2] ?? 0) & (1 << (unit & 31))) !== 0;
  }

  goOn(place: number, unit: number): void {
    this.places[place * fields + 2] = (this.places[place * fields + 2] ?? 0) | (1 << (unit & 31));
  }
}
