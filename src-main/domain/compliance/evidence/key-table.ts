const bloomBits = 18;
const fields = 4;

function bitOf(key: number): number {
  return Math.imul(key, 0x85ebca6b) >>> (32 - bloomBits);
}

/**
 * Open-addressing table from 32-bit keys to weights and groups. An entry is the place of its fields, all four on one
 * line of memory: key, weight, groups and where it was last seen. Entry 0 is that of keys without weight.
 */
export class KeyTable {
  private readonly mask: number;
  private readonly entries: Int32Array;
  /** A bit for each key, several may share one: most pairs of a text have no entry, and this fits a fast cache. */
  private readonly bits = new Uint32Array(2 ** (bloomBits - 5));

  constructor(capacity: number) {
    let slots = 64;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.entries = new Int32Array((slots + 1) * fields);
  }

  private entryOf(key: number): number {
    const { entries, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (entries[(slot + 1) * fields] !== 0 && entries[(slot + 1) * fields] !== key) slot = (slot + 1) & mask;
    return (slot + 1) * fields;
  }

  /** Entry of a key, 0 when it carries no weight. */
  find(key: number): number {
    const bit = bitOf(key);
    if (((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return 0;
    const entry = this.entryOf(key | 0);
    return this.entries[entry] === 0 ? 0 : entry;
  }

  /** Entry of a key (not 0), made when there is none. */
  add(key: number): number {
    const bit = bitOf(key);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const entry = this.entryOf(key | 0);
    this.entries[entry] = key | 0;
    return entry;
  }

  /** In units of the pack: sums stay whole numbers until the end. */
  weightOf(entry: number): number {
    return this.entries[entry + 1] ?? 0;
  }

  setWeight(entry: number, weight: number): void {
    this.entries[entry + 1] = weight;
  }

  /** Bits of the groups a key points to. */
  groupsOf(entry: number): number {
    return this.entries[entry + 2] ?? 0;
  }

  addGroup(entry: number, group: number): void {
    this.entries[entry + 2] = this.groupsOf(entry) | (1 << group);
  }

  /** Notes that an entry is seen at `place`; returns where it was before, 0 for nowhere. */
  see(entry: number, place: number): number {
    const before = this.entries[entry + 3] ?? 0;
    this.entries[entry + 3] = place;
    return before;
  }

  /** Forgets where all entries were seen. */
  forget(): void {
    for (let at = fields - 1; at < this.entries.length; at += fields) this.entries[at] = 0;
  }
}
