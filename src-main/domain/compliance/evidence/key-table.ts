const characters = 0x10000;

/** Bits of a weight; the rest of its number says up to where the entry is counted. */
const weightBits = 12;
const weightMask = (1 << weightBits) - 1;

/** Numbers that {@link KeyTable.count} can keep are below this one. */
export const countLimit = 2 ** (32 - weightBits);

/**
 * Table from 32-bit keys to weights and groups. A key below 65536, a single character, is its own entry; the others
 * (pairs and classes) have theirs by open addressing behind those. Entry 0 is that of keys without weight. A text asks
 * for thousands of entries, each far away in memory from the one before: what it needs of one lies side by side.
 */
export class KeyTable {
  private readonly mask: number;
  /** For each entry its weight and up to where it is counted; in front of that of a pair or class lies its key. */
  private readonly entries: Int32Array;
  private readonly groups: Int32Array;

  constructor(capacity: number) {
    let slots = 64;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.entries = new Int32Array(characters + slots * 2);
    this.groups = new Int32Array(characters + slots * 2);
  }

  /** Entry of a pair or class, or the free one it would get. */
  private entryOf(key: number): number {
    const { entries, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const place = characters + slot * 2;
      const known = entries[place] ?? 0;
      if (known === key || known === 0) return place + 1;
      slot = (slot + 1) & mask;
    }
  }

  /** Entry of a key, 0 when it carries no weight. */
  find(key: number): number {
    if (key >>> 16 === 0) return ((this.entries[key] ?? 0) & weightMask) === 0 ? 0 : key;
    const entry = this.entryOf(key | 0);
    return this.entries[entry - 1] === 0 ? 0 : entry;
  }

  /** Entry of a key (not 0), made when there is none. */
  add(key: number): number {
    if (key >>> 16 === 0) return key;
    const entry = this.entryOf(key | 0);
    this.entries[entry - 1] = key | 0;
    return entry;
  }

  /** In units of the pack: sums stay whole numbers until the end. */
  weightOf(entry: number): number {
    return ((this.entries[entry] ?? 0) << (32 - weightBits)) >> (32 - weightBits);
  }

  /** Weights too large to be kept become the largest that is. */
  setWeight(entry: number, weight: number): void {
    const most = weightMask >> 1;
    this.entries[entry] = Math.max(-most, Math.min(weight, most)) & weightMask;
  }

  /** Bits of the groups a key points to. */
  groupsOf(entry: number): number {
    return this.groups[entry] ?? 0;
  }

  addGroup(entry: number, group: number): void {
    this.groups[entry] = this.groupsOf(entry) | (1 << group);
  }

  /** Notes up to where an entry is counted now; returns up to where it was before, 0 for not at all. */
  count(entry: number, upTo: number): number {
    const before = this.entries[entry] ?? 0;
    this.entries[entry] = (upTo << weightBits) | (before & weightMask);
    return before >>> weightBits;
  }

  /** Forgets up to where all entries were counted. */
  forget(): void {
    const { entries } = this;
    for (let entry = 0; entry < characters; entry += 1) entries[entry] = (entries[entry] ?? 0) & weightMask;
    for (let entry = characters + 1; entry < entries.length; entry += 2)
      entries[entry] = (entries[entry] ?? 0) & weightMask;
  }
}
