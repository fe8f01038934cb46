const characters = 0x10000;
/** Bits of a key that the place of its entry tells, at least; there is room in the entry for the others. */
const leastPlaceBits = 16;
/** An entry: the other bits of its key, how many places behind its own it lies, and its weight. */
const shiftBits = 8;
const weightBits = 8;
const mostShifts = 2 ** shiftBits;
const firstOfKey = shiftBits + weightBits;
const mostWeight = 2 ** (weightBits - 1) - 1;

/** A key with its bits mixed: different keys stay different. */
function mixed(key: number): number {
  const product = Math.imul(key, 0x9e3779b1);
  return Math.imul(product ^ (product >>> 15), 0x85ebca6b);
}

/**
 * Weights of characters and of pairs of them. A text asks for thousands, each far away in memory from the one before:
 * the tables are small enough for a fast cache. Those of pairs have entries of 32 bits, by open addressing.
 */
export class GramTable {
  private readonly characters = new Int8Array(characters);
  private readonly pairs: Int32Array;
  /** By how many bits a mixed key is moved to name its place. */
  private readonly beyondPlace: number;

  /** For at most so many pairs. */
  constructor(pairs: number) {
    let bits = leastPlaceBits;
    while (2 ** bits < pairs * 1.5) bits += 1;
    this.pairs = new Int32Array(2 ** bits);
    this.beyondPlace = 32 - bits;
  }

  /** Weight of a character or pair by its key, 0 when it carries none. */
  weightOf(key: number): number {
    return key >>> 16 === 0 ? this.weightOfCharacter(key) : this.weightOfPair(key);
  }

  weightOfCharacter(unit: number): number {
    return this.characters[unit] ?? 0;
  }

  weightOfPair(key: number): number {
    return this.weightBehind(this.entryOf(key), key);
  }

  /** What lies in the place of a pair, for {@link weightBehind}: a page asks for all of its own before it looks at one. */
  entryOf(key: number): number {
    return this.pairs[mixed(key) >>> this.beyondPlace] ?? 0;
  }

  /** Weight of a pair whose place holds `entry`. */
  weightBehind(entry: number, key: number): number {
    const { pairs } = this;
    const last = pairs.length - 1;
    const mix = mixed(key);
    const sought = (mix << firstOfKey) >>> weightBits;
    let place = mix >>> this.beyondPlace;
    let found = entry;
    for (let shift = 0; shift < mostShifts && found !== 0; shift += 1) {
      if (found >>> weightBits === sought + shift) return (found << (32 - weightBits)) >> (32 - weightBits);
      place = (place + 1) & last;
      found = pairs[place] ?? 0;
    }
    return 0;
  }

  /**
   * Weights too large to be kept become the largest that is; one of 0 need not be set.
   * @throws RangeError when more pairs share a place than entries can tell apart
   */
  setWeight(key: number, weight: number): void {
    const kept = Math.max(-mostWeight, Math.min(weight, mostWeight));
    if (key >>> 16 === 0) this.characters[key] = kept;
    else this.setPair(key, kept);
  }

  private setPair(key: number, weight: number): void {
    const { pairs } = this;
    const mix = mixed(key);
    const home = mix >>> this.beyondPlace;
    for (let shift = 0; shift < mostShifts; shift += 1) {
      const place = (home + shift) & (pairs.length - 1);
      const entry = (mix << firstOfKey) | (shift << weightBits);
      const known = pairs[place] ?? 0;
      if (known !== 0 && known >>> weightBits !== entry >>> weightBits) continue;
      pairs[place] = entry | (weight & (2 ** weightBits - 1));
      return;
    }
    throw new RangeError('too many pairs of characters share a place');
  }
}
