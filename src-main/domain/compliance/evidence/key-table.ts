const bloomBits = 18;
const characters = 0x10000;

function bitOf(key: number): number {
  return Math.imul(key, 0x85ebca6b) >>> (32 - bloomBits);
}

/** Bits of a weight; the rest of its number says up to where the entry is counted. */
const weightBits = 12;
const weightMask = (1 << weightBits) - 1;

/** Numbers that {@link KeyTable.count} can keep are below this one. */
export const countLimit = 2 ** (32 - weightBits);

/**
 * Table from 32-bit keys to weights and groups. A key below 65536, a single character, has its entry by a look-up; the
 * others (pairs and classes) have theirs by open addressing behind those. Entry 0 is that of keys without weight. A text
 * asks for thousands of entries, each far away in memory from the one before: what it needs of one lies side by side,
 * and is small enough to stay in the processor's cache.
 */
export class KeyTable {
  private readonly singles = new Uint16Array(characters);
  private singleCount = 0;
  private readonly firstSlot: number;
  private readonly mask: number;
  /** For each entry its key, then its weight and how far it is counted. */
  private readonly entries: Int32Array;
  private readonly groups: Int32Array;
  /** A bit for each key, several may share one: most pairs of a text have no entry, and this fits a fast cache. */
  private readonly bits = new Uint32Array(2 ** (bloomBits - 5));

  constructor(capacity: number) {
    let slots = 64;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.firstSlot = Math.min(capacity + 1, characters);
    this.entries = new Int32Array((this.firstSlot + slots) * 2);
    this.groups = new Int32Array(this.firstSlot + slots);
  }

  /** Entry of a pair or class, or the free one it would get. */
  private entryOf(key: number): number {
    const { entries, firstSlot, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const entry = firstSlot + slot;
      const known = entries[entry * 2] ?? 0;
      if (known === 0 || known === key) return entry;
      slot = (slot + 1) & mask;
    }
  }

  /** Entry of a key, 0 when it carries no weight. */
  find(key: number): number {
    if (key >>> 16 === 0) return this.singles[key] ?? 0;
    const bit = bitOf(key);
    if (((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return 0;
    const entry = this.entryOf(key | 0);
    return this.entries[entry * 2] === 0 ? 0 : entry;
  }

  /** Entry of a key (not 0), made when there is none. */
  add(key: number): number {
    if (key >>> 16 === 0) return (this.singles[key] ||= this.singleCount += 1);
    const bit = bitOf(key);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const entry = this.entryOf(key | 0);
    this.entries[entry * 2] = key | 0;
    return entry;
  }

  /** In units of the pack: sums stay whole numbers until the end. */
  weightOf(entry: number): number {
    return ((this.entries[entry * 2 + 1] ?? 0) << (32 - weightBits)) >> (32 - weightBits);
  }

  /** Weights too large to be kept become the largest that is. */
  setWeight(entry: number, weight: number): void {
    const most = weightMask >> 1;
    this.entries[entry * 2 + 1] = Math.max(-most, Math.min(weight, most)) & weightMask;
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
    const field = entry * 2 + 1;
    const before = this.entries[field] ?? 0;
    this.entries[field] = (upTo << weightBits) | (before & weightMask);
    return before >>> weightBits;
  }

  /** Forgets up to where all entries were counted. */
  forget(): void {
    const { entries } = this;
    for (let field = 1; field < entries.length; field += 2) entries[field] = (entries[field] ?? 0) & weightMask;
  }
}
