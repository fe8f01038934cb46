/** A tree of patterns: its nodes in build order; node 0 is the root. */
export interface Trie {
  parent: Int32Array;
  /** Class of the unit that leads to a node. */
  unitClass: Uint16Array;
  /** The pattern that ends at a node, -1 for none. */
  pattern: Int32Array;
  count: number;
}

/** Number of a transition, of which there is one at most for each node and class. */
export function keyOf(node: number, unitClass: number, classCount: number): number {
  return node * classCount + unitClass;
}

/** Where the search for a key begins; `mask`: places, a power of two, less one. */
export function placeOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
}

/** Grows the tree by transitions in an open-addressing hash table: key and target side by side. */
class TrieBuilder {
  readonly trie: Trie;
  private slots = new Int32Array(2048).fill(-1);
  private mask = 1023;
  private readonly classCount: number;

  constructor(units: number, classCount: number) {
    this.classCount = classCount;
    this.trie = {
      parent: new Int32Array(units),
      unitClass: new Uint16Array(units),
      pattern: new Int32Array(units).fill(-1),
      count: 1,
    };
  }

  private slotOf(key: number): number {
    const { slots, mask } = this;
    let slot = placeOf(key, mask);
    while (slots[slot * 2] !== key && slots[slot * 2] !== -1) slot = (slot + 1) & mask;
    return slot * 2;
  }

  /** Makes room for so many further nodes. */
  reserve(nodes: number): void {
    while ((this.trie.count + nodes) * 2 > this.mask) this.grow();
  }

  private grow(): void {
    const { slots } = this;
    this.mask = this.mask * 2 + 1;
    this.slots = new Int32Array((this.mask + 1) * 2).fill(-1);
    for (let at = 0; at < slots.length; at += 2) {
      const key = slots[at] ?? -1;
      if (key === -1) continue;
      const slot = this.slotOf(key);
      this.slots[slot] = key;
      this.slots[slot + 1] = slots[at + 1] ?? 0;
    }
  }

  /** The node that a class of units leads to, made when there is none. */
  goOn(node: number, unitClass: number): number {
    const { trie } = this;
    const key = keyOf(node, unitClass, this.classCount);
    const slot = this.slotOf(key);
    if (this.slots[slot] === key) return this.slots[slot + 1] ?? 0;
    const made = trie.count;
    this.slots[slot] = key;
    this.slots[slot + 1] = made;
    trie.parent[made] = node;
    trie.unitClass[made] = unitClass;
    trie.count += 1;
    return made;
  }
}

/** The tree of distinct patterns; `classOf` numbers their units from 1 on, below `classCount`. */
export function buildTrie(patterns: readonly string[], classOf: Uint16Array, classCount: number): Trie {
  const units = patterns.reduce((sum, pattern) => sum + pattern.length, 1);
  const builder = new TrieBuilder(units, classCount);
  const { trie } = builder;
  for (const [id, pattern] of patterns.entries()) {
    builder.reserve(pattern.length);
    let node = 0;
    for (let at = 0; at < pattern.length; at += 1) node = builder.goOn(node, classOf[pattern.charCodeAt(at)] ?? 0);
    trie.pattern[node] = id;
  }
  return trie;
}

/** Nodes in order of their depth, shallow first, without the root: a counting sort. */
export function byDepth({ parent, count }: Trie): Int32Array {
  const depth = new Int32Array(count);
  for (let node = 1; node < count; node += 1) depth[node] = (depth[parent[node] ?? 0] ?? 0) + 1;
  const deepest = depth.reduce((most, value) => Math.max(most, value), 0);
  const next = new Int32Array(deepest + 2);
  for (const value of depth) next[value + 1] = (next[value + 1] ?? 0) + 1;
  for (let at = 1; at < next.length; at += 1) next[at] = (next[at] ?? 0) + (next[at - 1] ?? 0);
  const out = new Int32Array(depth.length);
  for (let node = 0; node < depth.length; node += 1) {
    const place = next[depth[node] ?? 0] ?? 0;
    out[place] = node;
    next[depth[node] ?? 0] = place + 1;
  }
  return out.subarray(1);
}

/** How many nodes stand for two units. */
export function countPairs({ parent, count }: Trie): number {
  let pairs = 0;
  for (let node = 1; node < count; node += 1) {
    const first = parent[node] ?? 0;
    if (first !== 0 && parent[first] === 0) pairs += 1;
  }
  return pairs;
}
