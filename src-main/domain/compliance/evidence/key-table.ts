const bloomBits = 18;
const characters = 0x10000;

function bitOf(key: number): number {
  return Math.imul(key, 0x85ebca6b) >>> (32 - bloomBits);
}

/**
 * Table from 32-bit keys to weights and groups. A key below 65536, a single character, is its own entry; the others
 * (pairs and classes) have theirs by open addressing behind those. Entry 0 is that of keys without weight. What a look
 * needs lies in arrays of its own, so that more of it fits a fast cache.
 */
export class KeyTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly weights: Int16Array;
  private readonly groups: Int32Array;
  /** Where an entry was last seen. */
  private readonly places: Int32Array;
  /** A bit for each key, several may share one: most pairs of a text have no entry, and this fits a fast cache. */
  private readonly bits = new Uint32Array(2 ** (bloomBits - 5));

  constructor(capacity: number) {
    let slots = 64;
    while (slots < capacity * 1.5) slots *= 2;
    this.mask = slots - 1;
    this.keys = new Int32Array(slots);
    this.weights = new Int16Array(characters + slots);
    this.groups = new Int32Array(characters + slots);
    this.places = new Int32Array(characters + slots);
  }

  private slotOf(key: number): number {
    const { keys, mask } = this;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (keys[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Entry of a key, 0 (or one that weighs nothing) when it carries no weight. */
  find(key: number): number {
    if (key >>> 16 === 0) return key;
    const bit = bitOf(key);
    if (((this.bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return 0;
    const slot = this.slotOf(key | 0);
    return this.keys[slot] === 0 ? 0 : characters + slot;
  }

  /** Entry of a key (not 0), made when there is none. */
  add(key: number): number {
    if (key >>> 16 === 0) return key;
    const bit = bitOf(key);
    this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    const slot = this.slotOf(key | 0);
    this.keys[slot] = key | 0;
    return characters + slot;
  }

  /** In units of the pack: sums stay whole numbers until the end. */
  weightOf(entry: number): number {
    return this.weights[entry] ?? 0;
  }

  setWeight(entry: number, weight: number): void {
    this.weights[entry] = weight;
  }

  /** Bits of the groups a key points to. */
  groupsOf(entry: number): number {
    return this.groups[entry] ?? 0;
  }

  addGroup(entry: number, group: number): void {
    this.groups[entry] = this.groupsOf(entry) | (1 << group);
  }

  /** Notes that an entry is seen at `place`; returns where it was before, 0 for nowhere. */
  see(entry: number, place: number): number {
    const before = this.places[entry] ?? 0;
    this.places[entry] = place;
    return before;
  }

  /** Forgets where all entries were seen. */
  forget(): void {
    this.places.fill(0);
  }
}
