/** Trie nodes and their links, in build order; node 0 is the root. */
export interface Nodes {
  parent: Int32Array;
  unit: Uint16Array;
  pattern: Int32Array;
  count: number;
}

/** Nodes in order of their depth, shallow first, without the root: a counting sort. */
export function byDepth({ parent, count }: Nodes): Int32Array {
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
