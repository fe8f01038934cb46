/** One replaced piece: `before.slice(from, to)` becomes `insert`. Offsets in UTF-16 units of the text before. */
export interface TextChange {
  from: number;
  to: number;
  insert: string;
}

/** More differing characters than this count as one replaced piece: nobody reads a finer account of it. */
const mostEdits = 600;
/** Equal runs shorter than this between two changes are taken into one, so that whole words change, not syllables. */
const shortestKept = 2;

/** Whole characters, so that no change ever cuts an emoji in two. */
function characters(text: string): string[] {
  return Array.from(text);
}

function offsetsOf(units: readonly string[]): number[] {
  const out = [0];
  for (const unit of units) out.push((out.at(-1) ?? 0) + unit.length);
  return out;
}

interface Block {
  from: number;
  to: number;
  otherFrom: number;
  otherTo: number;
}

/** The furthest-reaching points of each round of Myers' O(ND) search; null when the texts differ too much. */
function searchRounds(left: readonly string[], right: readonly string[]): Int32Array[] | null {
  const limit = Math.min(left.length + right.length, mostEdits);
  const reach = new Int32Array(2 * limit + 3);
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits += 1) {
    rounds.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = limit + 1 + diagonal;
      const down = diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
      let x = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0) + 1;
      let y = x - diagonal;
      while (x < left.length && y < right.length && left[x] === right[y]) {
        x += 1;
        y += 1;
      }
      reach[at] = x;
      if (x >= left.length && y >= right.length) return rounds;
    }
  }
  return null;
}

/** Walks the rounds backwards and returns the differing blocks in order. */
function blocksOf(left: readonly string[], right: readonly string[], rounds: readonly Int32Array[]): Block[] {
  const middle = Math.floor(((rounds[0]?.length ?? 3) - 1) / 2);
  const blocks: Block[] = [];
  let x = left.length;
  let y = right.length;
  for (let edits = rounds.length - 1; edits > 0; edits -= 1) {
    const reach = rounds[edits] ?? new Int32Array();
    const diagonal = x - y;
    const at = middle + diagonal;
    const down = diagonal === -edits || (diagonal !== edits && (reach[at - 1] ?? 0) < (reach[at + 1] ?? 0));
    const previousX = down ? (reach[at + 1] ?? 0) : (reach[at - 1] ?? 0);
    const previousY = previousX - (down ? diagonal + 1 : diagonal - 1);
    const from = { x: previousX, y: previousY };
    blocks.push({
      from: from.x,
      to: down ? from.x : from.x + 1,
      otherFrom: from.y,
      otherTo: down ? from.y + 1 : from.y,
    });
    x = previousX;
    y = previousY;
  }
  return blocks.reverse();
}

function joined(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (last !== undefined && block.from - last.to < shortestKept) {
      last.to = block.to;
      last.otherTo = block.otherTo;
    } else out.push({ ...block });
  }
  return out;
}

/**
 * What has to change to make `before` into `after`: small pieces in order, without overlaps, never inside a surrogate
 * pair. Applied to an editor, a rewrite so keeps the cursor, the scroll position and everything it does not touch.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const left = characters(before);
  const right = characters(after);
  let head = 0;
  while (head < left.length && head < right.length && left[head] === right[head]) head += 1;
  let tail = 0;
  while (
    tail < left.length - head &&
    tail < right.length - head &&
    left[left.length - 1 - tail] === right[right.length - 1 - tail]
  ) {
    tail += 1;
  }
  const oldMiddle = left.slice(head, left.length - tail);
  const newMiddle = right.slice(head, right.length - tail);
  if (oldMiddle.length === 0 && newMiddle.length === 0) return [];
  const rounds = oldMiddle.length === 0 || newMiddle.length === 0 ? null : searchRounds(oldMiddle, newMiddle);
  const blocks =
    rounds === null
      ? [{ from: 0, to: oldMiddle.length, otherFrom: 0, otherTo: newMiddle.length }]
      : joined(blocksOf(oldMiddle, newMiddle, rounds));
  const offsets = offsetsOf(left);
  return blocks.map(({ from, to, otherFrom, otherTo }) => ({
    from: offsets[head + from] ?? 0,
    to: offsets[head + to] ?? 0,
    insert: newMiddle.slice(otherFrom, otherTo).join(''),
  }));
}
