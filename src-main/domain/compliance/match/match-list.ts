/** A growing list of matches: pattern id and end (exclusive) in two parallel arrays. */
export interface MatchList {
  pattern: Int32Array;
  end: Int32Array;
  length: number;
}

/** An empty match list that grows as needed and can be reused between scans. */
export function createMatchList(capacity = 256): MatchList {
  return { pattern: new Int32Array(capacity), end: new Int32Array(capacity), length: 0 };
}

export function addMatch(list: MatchList, pattern: number, end: number): void {
  if (list.length === list.pattern.length) {
    const pattern2 = new Int32Array(list.length * 2);
    const end2 = new Int32Array(list.length * 2);
    pattern2.set(list.pattern);
    end2.set(list.end);
    list.pattern = pattern2;
    list.end = end2;
  }
  list.pattern[list.length] = pattern;
  list.end[list.length] = end;
  list.length += 1;
}
