import { lastOf } from '../../shared/last-of.ts';
import { addMatch, type MatchList } from './match-list.ts';
import { Starts } from './starts.ts';
import { buildTrie, byDepth, countPairs, keyOf, placeOf, type Trie } from './trie.ts';

/**
 * Fields of a node: the key of the transition that leads to it, -1 where there is no node; where to look on when no
 * transition fits, a node with transitions, with the bits below; the pattern that ends here, -1 for none (equal patterns
 * are refused by the constructor's caller); and a bit for each class of units it may go on with, several to a bit: most
 * looks for a transition would be in vain.
 */
const field = { key: 0, link: 1, pattern: 2, classes: 3 } as const;
const fields = 4;

/** Bits below a link: patterns end at the node, one of them further down the failure path; nothing goes on from there. */
const endsBit = 1;
const furtherBit = 2;
const leafBit = 4;
const linkShift = 3;

/** No key: the root has none, and its place is taken. */
const rootKey = -2;

/**
 * Aho–Corasick over 16-bit units: reports every occurrence of every pattern, in order of their ends, in time linear in
 * text plus matches. At the root marks on pairs of units that patterns start with skip most of ordinary text. A node
 * lies where the transition that leads to it is looked up, by open addressing: one look at memory for both.
 */
export class AhoCorasick {
  readonly patternLengths: Int32Array;
  private readonly classOf = new Uint16Array(0x10000);
  private classCount = 1;
  private readonly starts: Starts;
  /** {@link field}s of the nodes; a node is numbered by its place, the root by 0. */
  private nodes = Int32Array.of(rootKey, 0, -1, 0);
  private mask = 0;
  /** For nodes with {@link furtherBit}, the nearest node on the failure path that ends a pattern. */
  private further = new Int32Array(0);

  private constructor(patterns: readonly string[]) {
    this.patternLengths = Int32Array.from(patterns, (pattern) => pattern.length);
    this.starts = new Starts(patterns);
  }

  /** `patterns` must be distinct and not empty strings; the id of a pattern is its index. */
  static of(patterns: readonly string[]): AhoCorasick {
    return lastOf(AhoCorasick.steps(patterns));
  }

  /** {@link of} in steps, for whoever has others to answer in between. */
  static *steps(patterns: readonly string[]): Generator<void, AhoCorasick> {
    const automaton = new AhoCorasick(patterns);
    yield;
    automaton.numberUnits(patterns);
    const trie = buildTrie(patterns, automaton.classOf, automaton.classCount);
    yield;
    const order = automaton.layOut(trie);
    yield;
    automaton.linkFailures(order);
    yield;
    automaton.linkStarts(patterns, countPairs(trie));
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

  private get(node: number, at: number): number {
    return this.nodes[node * fields + at] ?? 0;
  }

  private set(node: number, at: number, value: number): void {
    this.nodes[node * fields + at] = value;
  }

  /** Where a transition leads, or the free place it would lead to. */
  private placeFor(node: number, unitClass: number): number {
    const { nodes, mask } = this;
    const key = keyOf(node, unitClass, this.classCount);
    let place = placeOf(key, mask);
    while (nodes[place * fields] !== key && nodes[place * fields] !== -1) place = (place + 1) & mask;
    return place;
  }

  /** Gives the nodes their places, no more of those than they need, for the cache's sake; returns them by depth. */
  private layOut(trie: Trie): Int32Array {
    const { parent, unitClass, pattern, count } = trie;
    while (this.mask < count * 1.3) this.mask = this.mask * 2 + 1;
    this.nodes = new Int32Array((this.mask + 1) * fields).fill(-1);
    this.further = new Int32Array(this.mask + 1);
    this.nodes.set([rootKey, leafBit, -1, 0]);
    const places = new Int32Array(count);
    const order = byDepth(trie);
    for (const [index, node] of order.entries()) {
      const before = places[parent[node] ?? 0] ?? 0;
      const last = unitClass[node] ?? 0;
      const place = this.placeFor(before, last);
      this.nodes.set([keyOf(before, last, this.classCount), leafBit, pattern[node] ?? -1, 0], place * fields);
      this.set(before, field.link, 0);
      this.set(before, field.classes, this.get(before, field.classes) | (1 << (last & 31)));
      places[node] = place;
      order[index] = place;
    }
    return order;
  }

  /** Links nodes, given by depth, with the longest ends of what leads to them that lead somewhere themselves. */
  private linkFailures(order: Int32Array): void {
    const { classCount, further } = this;
    const links = new Int32Array(this.mask + 1);
    for (const node of order) {
      const key = this.get(node, field.key);
      const last = key % classCount;
      const parent = (key - last) / classCount;
      const link = parent === 0 ? 0 : this.stepFrom(links[parent] ?? 0, last, links);
      links[node] = link;
      further[node] = this.get(link, field.pattern) >= 0 ? link : (further[link] ?? 0);
    }
    // Nodes without transitions are taken out of the ways to look on, shallow ones first.
    for (const node of order) {
      const link = links[node] ?? 0;
      if ((this.get(link, field.link) & leafBit) !== 0) links[node] = links[link] ?? 0;
    }
    for (const node of order) this.set(node, field.link, this.bitsOf(node) | ((links[node] ?? 0) << linkShift));
  }

  /** Target of the transition from a node or else from the first on its failure path that has one. */
  private stepFrom(node: number, unitClass: number, links: Int32Array): number {
    for (let from = node; ; from = links[from] ?? 0) {
      const target = this.placeFor(from, unitClass);
      if (this.get(target, field.key) !== -1) return target;
      if (from === 0) return 0;
    }
  }

  private bitsOf(node: number): number {
    const isLeaf = this.get(node, field.link) & leafBit;
    if (this.further[node] !== 0) return isLeaf | endsBit | furtherBit;
    return this.get(node, field.pattern) >= 0 ? isLeaf | endsBit : isLeaf;
  }

  private linkStarts(patterns: readonly string[], pairs: number): void {
    const { classOf, starts } = this;
    starts.makeRoom(pairs);
    for (const pattern of patterns) {
      if (pattern.length === 1) continue;
      const first = this.placeFor(0, classOf[pattern.charCodeAt(0)] ?? 0);
      starts.setNode(pattern, this.placeFor(first, classOf[pattern.charCodeAt(1)] ?? 0));
    }
  }

  private report(node: number, bits: number, end: number, out: MatchList): void {
    const pattern = this.get(node, field.pattern);
    if (pattern >= 0) addMatch(out, pattern, end);
    if ((bits & furtherBit) === 0) return;
    for (let at = this.further[node] ?? 0; at !== 0; at = this.further[at] ?? 0)
      addMatch(out, this.get(at, field.pattern), end);
  }

  /** The node that one unit read in `node` leads to, 0 when only the root may go on from there. */
  private step(node: number, unit: number): number {
    const { nodes, mask, classCount } = this;
    const unitClass = this.classOf[unit] ?? 0;
    for (let from = node; from !== 0; from = (nodes[from * fields + field.link] ?? 0) >> linkShift) {
      if (((nodes[from * fields + field.classes] ?? 0) & (1 << (unitClass & 31))) === 0) continue;
      const key = keyOf(from, unitClass, classCount);
      let place = placeOf(key, mask);
      while (nodes[place * fields] !== key && nodes[place * fields] !== -1) place = (place + 1) & mask;
      if (nodes[place * fields] === key) return place;
    }
    return 0;
  }

  /** Appends every match in `units[from, to)` to `out`. */
  scan(units: Uint16Array, from: number, to: number, out: MatchList): void {
    const { nodes, starts } = this;
    let node = 0;
    for (let at = from; at < to; at += 1) {
      if (node !== 0) node = this.step(node, units[at] ?? 0);
      if (node === 0) {
        at = starts.skip(units, at, to, out) + 1;
        if (at > to) return;
        node = starts.nodeOf(units[at - 1] ?? 0, units[at] ?? 0);
      }
      const link = nodes[node * fields + field.link] ?? 0;
      if ((link & endsBit) !== 0) this.report(node, link, at + 1, out);
      if ((link & leafBit) !== 0) node = link >> linkShift;
    }
  }
}
