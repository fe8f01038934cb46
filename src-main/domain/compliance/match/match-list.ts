/** A growing list of matches: pattern id and end (exclusive) in two parallel arrays, in order of the ends. */
export interface MatchList {
  pattern: Int32Array;
  end: Int32Array;
  length: number;
}

/** An empty match list that grows as needed and can be reused between scans. */
export function createMatchList(capacity = 256): MatchList {
  return { pattern: new Int32Array(capacity), end: new Int32Array(capacity), length: 0 };
}

function grow(list: MatchList): void {
  const pattern = new Int32Array(list.length * 2);
  const end = new Int32Array(list.length * 2);
  pattern.set(list.pattern);
  end.set(list.end);
  list.pattern = pattern;
  list.end = end;
}

/** Adds a match behind those that end no later; it is one of the last. */
export function addMatch(list: MatchList, pattern: number, end: number): void {
  if (list.length === list.pattern.length) grow(list);
  const { pattern: patterns, end: ends } = list;
  let at = list.length;
  for (; at > 0 && (ends[at - 1] ?? 0) > end; at -= 1) {
    patterns[at] = patterns[at - 1] ?? 0;
    ends[at] = ends[at - 1] ?? 0;
  }
  patterns[at] = pattern;
  ends[at] = end;
  list.length += 1;
}
