// Not exported: as constants of this module alone they are compiled into the functions, which run for every unit.
const pairBits = 18;
const tripleBits = 20;

/** An empty set of bits for pairs of units. */
export function bitsForPairs(): Uint32Array {
  return new Uint32Array(2 ** (pairBits - 5));
}

/** An empty set of bits for three units in a row. */
export function bitsForTriples(): Uint32Array {
  return new Uint32Array(2 ** (tripleBits - 5));
}

/** Spreads pairs of 汉字 over the bits; collisions only cost a look at the trie. */
export function hashPair(first: number, second: number): number {
  return ((first << 5) ^ second ^ (first >>> 9)) & (2 ** pairBits - 1);
}

/** Spreads three units in a row over the bits. */
export function hashTriple(first: number, second: number, third: number): number {
  return (
    Math.imul(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ third, 0xc2b2ae35) >>> (32 - tripleBits)
  );
}

/** Sets bit `at` of a set of bits. */
export function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** Whether bit `at` of a set of bits is set. */
export function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}
