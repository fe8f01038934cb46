import { addMatch, type MatchList } from './match-list.ts';

// Not exported: as constants of this module alone they are compiled into the functions, which run for every unit.
const markBits = 16;

/** What a pair of units may be to the patterns; several pairs share their marks. */
const pairMarks = { first: 1, whole: 2, second: 4 } as const;

/** Spreads pairs of units over the marks; collisions only cost a closer look. */
function hashPair(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - markBits);
}

/**
 * Which marks say that a pattern may start with two pairs that overlap by a unit: the first of them is a pattern, or it
 * is the first and the other the second pair of one. Without a branch: nobody could guess which way it would go.
 */
function mayStart(marks: number, nextMarks: number): number {
  return marks & ((nextMarks >>> 2) | pairMarks.whole);
}

function setBit(bits: Uint32Array, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

function hasBit(bits: Uint32Array, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** The least power of two that is no smaller than `size`, as its exponent. */
function bitsFor(size: number): number {
  return Math.ceil(Math.log2(size));
}

/** What patterns start with: finds the places of a text where one may start, from small tables that stay in cache. */
export class Starts {
  private readonly marks = new Uint8Array(2 ** markBits);
  /** Bit per hashed triple that starts a pattern of three or more units; looked at once the marks of its pairs fit. */
  private readonly triples: Uint32Array;
  private readonly tripleShift: number;
  /** Bit per unit that is a pattern of its own. */
  private readonly singles = new Uint32Array(0x10000 >>> 5);
  private hasSingles = false;
  /** For those units, the pattern. */
  private readonly singleIds = new Int32Array(0x10000);
  /** The first two units of patterns and the node they lead to, side by side by open addressing; 0 where there is none. */
  private pairs = new Int32Array(2);
  private mask = 0;

  constructor(patterns: readonly string[]) {
    const tripleBits = bitsFor(patterns.length * 16 + 32);
    this.triples = new Uint32Array(2 ** (tripleBits - 5));
    this.tripleShift = 32 - tripleBits;
    for (const [id, pattern] of patterns.entries()) this.add(pattern, id);
  }

  private hashTriple(first: number, second: number, third: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ third;
    return Math.imul(mixed, 0xc2b2ae35) >>> this.tripleShift;
  }

  private add(pattern: string, id: number): void {
    const [first, second, third] = [pattern.charCodeAt(0), pattern.charCodeAt(1), pattern.charCodeAt(2)];
    if (pattern.length === 1) {
      this.hasSingles = true;
      setBit(this.singles, first);
      this.singleIds[first] = id;
    } else if (pattern.length === 2) this.mark(first, second, pairMarks.whole);
    else {
      this.mark(first, second, pairMarks.first);
      this.mark(second, third, pairMarks.second);
      setBit(this.triples, this.hashTriple(first, second, third));
    }
  }

  private mark(first: number, second: number, mark: number): void {
    const pair = hashPair(first, second);
    this.marks[pair] = (this.marks[pair] ?? 0) | mark;
  }

  private slotOf(pair: number): number {
    const { pairs, mask } = this;
    const mixed = Math.imul(pair, 0x9e3779b1);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (pairs[slot * 2 + 1] !== 0 && pairs[slot * 2] !== pair) slot = (slot + 1) & mask;
    return slot;
  }

  /** Makes room for the nodes of so many pairs of units. */
  makeRoom(pairs: number): void {
    const size = 2 ** bitsFor(pairs * 1.3 + 1);
    this.pairs = new Int32Array(size * 2);
    this.mask = size - 1;
  }

  /** Notes the node, not 0, that the first two units of a pattern lead to. */
  setNode(pattern: string, node: number): void {
    const pair = (pattern.charCodeAt(0) << 16) | pattern.charCodeAt(1);
    const slot = this.slotOf(pair);
    this.pairs[slot * 2] = pair;
    this.pairs[slot * 2 + 1] = node;
  }

  /** The node that two units lead to, 0 when no pattern starts with them. */
  nodeOf(first: number, second: number): number {
    return this.pairs[this.slotOf((first << 16) | second) * 2 + 1] ?? 0;
  }

  /**
   * The first place from `from` on, which is before `to`, where two units stand that start a pattern; `to` when there is
   * none. Patterns of one unit are reported on the way: most of what stands alone never meets the nodes.
   */
  skip(units: Uint16Array, from: number, to: number, out: MatchList): number {
    const { marks, singles, hasSingles } = this;
    let first = units[from] ?? 0;
    let second = from + 1 < to ? (units[from + 1] ?? 0) : 0;
    let known = marks[hashPair(first, second)] ?? 0;
    for (let at = from; at < to; at += 1) {
      const third = at + 2 < to ? (units[at + 2] ?? 0) : 0;
      const next = marks[hashPair(second, third)] ?? 0;
      if (hasSingles && hasBit(singles, first)) addMatch(out, this.singleIds[first] ?? 0, at + 1);
      const found = mayStart(known, next);
      if (found !== 0 && at + 1 < to && this.starts(found, first, second, third)) return at;
      first = second;
      second = third;
      known = next;
    }
    return to;
  }

  /** Whether a pattern starts with two units; of one of more than two also the third may tell. */
  private starts(found: number, first: number, second: number, third: number): boolean {
    if (found === pairMarks.first && !hasBit(this.triples, this.hashTriple(first, second, third))) return false;
    return this.nodeOf(first, second) !== 0;
  }
}
