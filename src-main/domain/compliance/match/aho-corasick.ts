import { lastOf } from '../../shared/last-of.ts';
import { bitsForPairs, bitsForTriples, hasBit, hashPair, hashTriple, setBit } from './hashed-bits.ts';
import { addMatch, type MatchList } from './match-list.ts';
import { byDepth, type Nodes } from './trie-nodes.ts';

/** A transition's target is a node with these bits below it: patterns end there; nothing goes on from there. */
const endsBit = 1;
const leafBit = 2;
const nodeShift = 2;

/** Numbers that {@link AhoCorasick} keeps of each node. */
const linkFields = 4;

/**
 * Aho–Corasick over 16-bit units: reports every occurrence of every pattern, in order of their ends, in time linear in
 * text plus matches. Units outside the alphabet reset to the root by one look-up; at the root a bitmap over pairs of
 * units that start a pattern skips most of ordinary text. Transitions live in one open-addressing hash table.
 */
export class AhoCorasick {
  readonly patternLengths: Int32Array;
  private readonly classOf = new Uint16Array(0x10000);
  private classCount = 1;
  /** Bit per hashed pair of units: set when some pattern may start with the pair. Small enough to stay in cache. */
  private readonly pairs = bitsForPairs();
  /** Bit per hashed triple that starts a pattern of three or more units; looked at once a pair has passed. */
  private readonly triples = bitsForTriples();
  /** Bit per unit that is a pattern of its own. */
  private readonly singles = new Uint32Array(0x10000 >>> 5);
  /** For those units, the pattern. */
  private readonly singleIds = new Int32Array(0x10000);
  /** Pairs that are a pattern of two units. */
  private readonly shortPairs = bitsForPairs();
  /**
   * Key and target of each slot side by side, as the fields of a node below: one look at memory for both. The target's
   * bits say what there is to do at its node: at most nodes nothing, and from most that end a pattern nothing goes on.
   */
  private slots = new Int32Array(0);
  private mask = 0;
  /**
   * Four fields a node: where to look on when no transition fits, a node with transitions; the pattern that ends here, -1
   * for none (equal patterns are refused by the constructor's caller); the nearest node on the failure path that ends a
   * pattern, 0 for none; and a bit for each class of units it may go on with, several to a bit: most looks at the
   * transitions would be in vain.
   */
  private links = new Int32Array(0);
  /** Target of the root's transition for each class of units, 0 for none. */
  private roots = new Int32Array(0);

  private constructor(patternLengths: Int32Array) {
    this.patternLengths = patternLengths;
  }

  /** `patterns` must be distinct and not empty strings; the id of a pattern is its index. */
  static of(patterns: readonly string[]): AhoCorasick {
    return lastOf(AhoCorasick.steps(patterns));
  }

  /** {@link of} in steps, for whoever has others to answer in between. */
  static *steps(patterns: readonly string[]): Generator<void, AhoCorasick> {
    const automaton = new AhoCorasick(Int32Array.from(patterns, (pattern) => pattern.length));
    automaton.numberUnits(patterns);
    const nodes = automaton.buildTrie(patterns);
    yield;
    automaton.linkFailures(nodes);
    yield;
    automaton.markPairs(patterns);
    return automaton;
  }

  private numberUnits(patterns: readonly string[]): void {
    for (const pattern of patterns) {
      for (let at = 0; at < pattern.length; at += 1) {
        const unit = pattern.charCodeAt(at);
        if (this.classOf[unit] !== 0) continue;
        this.classOf[unit] = this.classCount;
        this.classCount += 1;
      }
    }
  }

  private slotOf(node: number, unitClass: number): number {
    const { slots, mask } = this;
    const key = node * this.classCount + unitClass;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
    while (slots[slot * 2] !== key && slots[slot * 2] !== -1) slot = (slot + 1) & mask;
    return slot * 2;
  }

  /** Makes room for transitions, keeping what is there; no more than they need, for the cache's sake. */
  private makeSlots(size: number): void {
    const { slots } = this;
    this.mask = size - 1;
    this.slots = new Int32Array(size * 2).fill(-1);
    for (let at = 0; at < slots.length; at += 2) {
      const key = slots[at] ?? -1;
      if (key === -1) continue;
      const unitClass = key % this.classCount;
      const slot = this.slotOf((key - unitClass) / this.classCount, unitClass);
      this.slots[slot] = key;
      this.slots[slot + 1] = slots[at + 1] ?? 0;
    }
  }

  private buildTrie(patterns: readonly string[]): Nodes {
    const units = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
    this.makeSlots(1024);
    const nodes: Nodes = {
      parent: new Int32Array(units),
      unit: new Uint16Array(units),
      pattern: new Int32Array(units).fill(-1),
      count: 1,
    };
    patterns.forEach((pattern, id) => {
      let node = 0;
      while ((nodes.count + pattern.length) * 2 > this.mask) this.makeSlots((this.mask + 1) * 2);
      for (let at = 0; at < pattern.length; at += 1) {
        const unitClass = this.classOf[pattern.charCodeAt(at)] ?? 0;
        const slot = this.slotOf(node, unitClass);
        if (this.slots[slot] === -1) {
          this.slots[slot] = node * this.classCount + unitClass;
          this.slots[slot + 1] = nodes.count << nodeShift;
          nodes.parent[nodes.count] = node;
          nodes.unit[nodes.count] = unitClass;
          nodes.count += 1;
        }
        node = (this.slots[slot + 1] ?? 0) >> nodeShift;
      }
      nodes.pattern[node] = id;
    });
    return nodes;
  }

  /** Target of a transition, 0 when there is none. */
  private child(node: number, unitClass: number): number {
    const slot = this.slotOf(node, unitClass);
    return this.slots[slot] === -1 ? 0 : (this.slots[slot + 1] ?? 0);
  }

  private linkFailures(nodes: Nodes): void {
    const { count } = nodes;
    const links = new Int32Array(count * linkFields);
    for (let node = 0; node < count; node += 1) links[node * linkFields + 1] = nodes.pattern[node] ?? -1;
    const order = byDepth(nodes);
    for (const node of order) {
      const parent = nodes.parent[node] ?? 0;
      if (parent === 0) continue;
      const unitClass = nodes.unit[node] ?? 0;
      let link = links[parent * linkFields] ?? 0;
      let target = this.child(link, unitClass) >> nodeShift;
      while (target === 0 && link !== 0) {
        link = links[link * linkFields] ?? 0;
        target = this.child(link, unitClass) >> nodeShift;
      }
      links[node * linkFields] = target;
      links[node * linkFields + 2] =
        (links[target * linkFields + 1] ?? -1) >= 0 ? target : (links[target * linkFields + 2] ?? 0);
    }
    this.links = links;
    this.shorten(nodes, order);
    this.markClasses(nodes);
  }

  /** What a target says of each node. */
  private bitsOf(nodes: Nodes): Uint8Array {
    const { links } = this;
    const bits = new Uint8Array(nodes.count);
    for (let node = 0; node < nodes.count; node += 1) {
      const ends = (links[node * linkFields + 1] ?? -1) >= 0 || links[node * linkFields + 2] !== 0;
      bits[node] = ends ? leafBit | endsBit : leafBit;
    }
    for (let node = 1; node < nodes.count; node += 1) {
      const parent = nodes.parent[node] ?? 0;
      bits[parent] = (bits[parent] ?? 0) & ~leafBit;
    }
    return bits;
  }

  /** Marks targets with their bits, and takes nodes without transitions out of the ways to look on; `order` is by depth. */
  private shorten(nodes: Nodes, order: Int32Array): void {
    const { slots, links } = this;
    const bits = this.bitsOf(nodes);
    for (const node of order) {
      const link = links[node * linkFields] ?? 0;
      if (((bits[link] ?? 0) & leafBit) !== 0) links[node * linkFields] = links[link * linkFields] ?? 0;
    }
    this.roots = new Int32Array(this.classCount);
    for (let at = 0; at < slots.length; at += 2) {
      const key = slots[at] ?? -1;
      if (key === -1) continue;
      const target = slots[at + 1] ?? 0;
      slots[at + 1] = target | (bits[target >> nodeShift] ?? 0);
      if (key < this.classCount) this.roots[key] = slots[at + 1] ?? 0;
    }
  }

  /** Notes at each node the classes of units it goes on with. */
  private markClasses({ parent, unit, count }: Nodes): void {
    const { links } = this;
    for (let node = 1; node < count; node += 1) {
      const field = (parent[node] ?? 0) * linkFields + 3;
      links[field] = (links[field] ?? 0) | (1 << ((unit[node] ?? 0) & 31));
    }
  }

  private markPairs(patterns: readonly string[]): void {
    for (const [id, pattern] of patterns.entries()) {
      const first = pattern.charCodeAt(0);
      if (pattern.length === 1) {
        setBit(this.singles, first);
        this.singleIds[first] = id;
        continue;
      }
      const second = pattern.charCodeAt(1);
      this.setPair(first, second, pattern.length === 2);
      if (pattern.length > 2) setBit(this.triples, hashTriple(first, second, pattern.charCodeAt(2)));
    }
  }

  private setPair(first: number, second: number, isShort: boolean): void {
    const pair = hashPair(first, second);
    setBit(this.pairs, pair);
    if (isShort) setBit(this.shortPairs, pair);
  }

  private report(node: number, end: number, out: MatchList): void {
    const { links } = this;
    let at = node;
    if ((links[at * linkFields + 1] ?? -1) < 0) at = links[at * linkFields + 2] ?? 0;
    while (at !== 0) {
      addMatch(out, links[at * linkFields + 1] ?? 0, end);
      at = links[at * linkFields + 2] ?? 0;
    }
  }

  /**
   * The first place from `from` on where a pattern of two or more units may start, `to` when there is none. Patterns of
   * one unit are reported on the way: most of what stands alone never meets the transitions, which fit no fast cache.
   */
  private skip(units: Uint16Array, from: number, to: number, out: MatchList): number {
    const { singles, pairs } = this;
    let first = from < to ? (units[from] ?? 0) : 0;
    for (let at = from; at < to; at += 1) {
      const second = at + 1 < to ? (units[at + 1] ?? 0) : 0;
      const pair = hashPair(first, second);
      if (hasBit(pairs, pair) && this.mayGoOn(pair, first, second, at + 2 < to ? (units[at + 2] ?? 0) : 0)) return at;
      if (hasBit(singles, first)) addMatch(out, this.singleIds[first] ?? 0, at + 1);
      first = second;
    }
    return to;
  }

  /** False for a pair that is no pattern and with its third unit starts none. */
  private mayGoOn(pair: number, first: number, second: number, third: number): boolean {
    return hasBit(this.shortPairs, pair) || hasBit(this.triples, hashTriple(first, second, third));
  }

  /** Target of the transition for one unit read in `node`, 0 when only the root may go on from there. */
  private step(node: number, unit: number): number {
    const { slots, mask, links } = this;
    const unitClass = this.classOf[unit] ?? 0;
    for (let at = node; at !== 0; at = links[at * linkFields] ?? 0) {
      if (((links[at * linkFields + 3] ?? 0) & (1 << (unitClass & 31))) === 0) continue;
      const key = at * this.classCount + unitClass;
      let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
      while (slots[slot * 2] !== key && slots[slot * 2] !== -1) slot = (slot + 1) & mask;
      if (slots[slot * 2] === key) return slots[slot * 2 + 1] ?? 0;
    }
    return 0;
  }

  /** Appends every match in `units[from, to)` to `out`. */
  scan(units: Uint16Array, from: number, to: number, out: MatchList): void {
    const { links, roots, classOf } = this;
    let node = 0;
    for (let at = from; at < to; at += 1) {
      let target = node === 0 ? 0 : this.step(node, units[at] ?? 0);
      if (target === 0) {
        at = this.skip(units, at, to, out);
        if (at === to) return;
        target = roots[classOf[units[at] ?? 0] ?? 0] ?? 0;
      }
      node = target >> nodeShift;
      if ((target & endsBit) !== 0) this.report(node, at + 1, out);
      if ((target & leafBit) !== 0) node = links[node * linkFields] ?? 0;
    }
  }
}
