const bloomBits = 18;
const characters = 0x10000;

function bitOf(key: number): number {
  return Math.imul(key, 0x85ebca6b) >>> (32 - bloomBits);
}

/** Fields of an entry: its key (0 for a free slot), its weight, where it was last seen and bits of its groups. */
const fields = 4;
const weightField = 1;
const placeField = 2;
const groupsField = 3;

/**
 * Table from 32-bit keys to weights and groups. A key below 65536, a single character, is its own entry; the others
 * (pairs and classes) have theirs by open addressing behind those. Entry 0 is that of keys without weight. All of an
 * entry lies side by side: a text asks for thousands, and each is far away in memory from the one before.
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
    this.entries = new Int32Array((characters + slots) * fields);
  }

  /** Entry of a key, or the free one it would get. */
  private entryOf(key: number): number {
    const { entries, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const entry = characters + slot;
      const known = entries[entry * fields] ?? 0;
      if (known === 0 || known === key) return entry;
      slot = (slot + 1) & mask;
    }
  }

  /** Entry of a key, 0 (or, for a single character, one that weighs nothing) when it carries no weight. */
  find(key: number): number {
    if (key >>> 16 === 0) return key;
    const bit = bitOf(key);
    if (((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return 0;
    const entry = this.entryOf(key | 0);
    return this.entries[entry * fields] === 0 ? 0 : entry;
  }

  /** Entry of a key (not 0), made when there is none. */
  add(key: number): number {
    if (key >>> 16 === 0) return key;
    const bit = bitOf(key);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const entry = this.entryOf(key | 0);
    this.entries[entry * fields] = key | 0;
    return entry;
  }

  /** In units of the pack: sums stay whole numbers until the end. */
  weightOf(entry: number): number {
    return this.entries[entry * fields + weightField] ?? 0;
  }

  setWeight(entry: number, weight: number): void {
    this.entries[entry * fields + weightField] = weight;
  }

  /** Bits of the groups a key points to. */
  groupsOf(entry: number): number {
    return this.entries[entry * fields + groupsField] ?? 0;
  }

  addGroup(entry: number, group: number): void {
    this.entries[entry * fields + groupsField] = this.groupsOf(entry) | (1 << group);
  }

  /** Notes that an entry is seen at `place`; returns where it was before, 0 for nowhere. */
  see(entry: number, place: number): number {
    const field = entry * fields + placeField;
    const before = this.entries[field] ?? 0;
    this.entries[field] = place;
    return before;
  }

  /** Forgets where all entries were seen. */
  forget(): void {
    for (let at = placeField; at < this.entries.length; at += fields) this.entries[at] = 0;
  }
}
