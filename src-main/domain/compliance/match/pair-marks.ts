// Not exported: as a constant of this module alone it is compiled into the functions, which run for every unit.
const markBits = 16;

/** What a pair of units may be to the patterns; pairs share their marks with others. */
export const pairMarks = { first: 1, whole: 2, second: 4 } as const;

/** Marks of pairs of units: few enough to stay in a fast cache, and most places of a text need no other look. */
export function marksForPairs(): Uint8Array {
  return new Uint8Array(2 ** markBits);
}

/** Where the marks of a pair lie. */
export function placeOfMarks(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - markBits);
}

/**
 * False when no pattern may start with two pairs that overlap by a unit: neither is the first a pattern, nor are they the
 * first and the second pair of one. With one branch for both: nobody could guess which way another would go.
 */
export function mayStart(marks: number, nextMarks: number): boolean {
  return (marks & ((nextMarks >>> 2) | pairMarks.whole)) !== 0;
}
