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

/** Bits of a pair of units, side by side: it is a pattern, and longer ones begin with it. */
const whole = 0;
const beginning = 1;

function placeOfPair(first: number, second: number): number {
  return (hashOfPair(first, second) >>> (32 - pairBits)) * 2;
}

/**
 * Tells of most places of a text that no pattern starts there: bits for each pair of units that is a pattern or begins
 * one, and a bit for each three that begin a longer one. Pairs share their bits with others, and so do threes; there are
 * few enough of them to stay in a fast cache.
 */
export class StartMarks {
  private readonly pairs = new Uint32Array(2 ** (pairBits + 1 - 5));
  private readonly threes = new Uint32Array(2 ** (threeBits - 5));

  addPair(first: number, second: number): void {
    setBit(this.pairs, placeOfPair(first, second) + whole);
  }

  addThree(first: number, second: number, third: number): void {
    setBit(this.pairs, placeOfPair(first, second) + beginning);
    setBit(this.threes, placeOfThree(first, second, third));
  }

  /** False when no pattern starts with these units. With one branch for all: nobody could guess which way it goes. */
  mayStart(first: number, second: number, third: number): boolean {
    const place = placeOfPair(first, second);
    const pair = (this.pairs[place >>> 5] ?? 0) >>> (place & 31);
    const three = bitAt(this.threes, placeOfThree(first, second, third));
    return ((pair | ((pair >>> beginning) & three)) & 1) !== 0;
  }
}
