// Not exported: as constants of this module alone they are compiled into the functions, which run for every unit.
const pairBits = 17;
const threeBits = 18;

function hashOfPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1);
}

function placeOfThree(first: number, second: number, third: number): number {
  return Math.imul(hashOfPair(first, second) ^ third, 0x85ebca6b) >>> (32 - threeBits);
}

function setBit(bits: Uint32Array, place: number): void {
  bits[place >>> 5] = (bits[place >>> 5] ?? 0) | (1 << (place & 31));
}

function bitAt(bits: Uint32Array, place: number): number {
  return ((bits[place >>> 5] ?? 0) >>> (place & 31)) & 1;
}

/**
 * Tells of most places of a text that no pattern starts there: a bit for each pair of units that is a pattern, and one
 * for each three that begin a longer one. Pairs share their bits with others, and so do threes; there are few enough of
 * them to stay in a fast cache.
 */
export class StartMarks {
  private readonly pairs = new Uint32Array(2 ** (pairBits - 5));
  private readonly threes = new Uint32Array(2 ** (threeBits - 5));

  addPair(first: number, second: number): void {
    setBit(this.pairs, hashOfPair(first, second) >>> (32 - pairBits));
  }

  addThree(first: number, second: number, third: number): void {
    setBit(this.threes, placeOfThree(first, second, third));
  }

  /** False when no pattern starts with these units. With one branch for both: nobody could guess which way it goes. */
  mayStart(first: number, second: number, third: number): boolean {
    const pair = bitAt(this.pairs, hashOfPair(first, second) >>> (32 - pairBits));
    return (pair | bitAt(this.threes, placeOfThree(first, second, third))) !== 0;
  }
}
