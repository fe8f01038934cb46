/** What a reader sees first tells pages apart. */
const maxUnits = 4_000;
/** A counter or a banner more does not make another page. */
const sameByFar = 0.05;

/**
 * How much of the shorter text also stands in the longer one, by pairs of neighbouring characters: 1 the same words in
 * any order (or with next to nothing changed), near 0 different pages. Digits are left out, so counters, prices and clocks do not matter.
 */
export function textSimilarity(one: string, other: string): number {
  if (differingUnits(one, other) <= Math.max(one.length, other.length) * sameByFar) return 1;
  const a = pairs(one);
  const b = pairs(other);
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return large.size === 0 ? 1 : 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return shared / small.size;
}

/** Length of what is left of the longer text without the beginning and the end both share. */
function differingUnits(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start += 1;
  let end = 0;
  while (end < shorter - start && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end += 1;
  return Math.max(one.length, other.length) - start - end;
}

/** Length of the shorter text in proportion to the longer one, 0…1. */
export function lengthRatio(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : Math.min(one.length, other.length) / longer;
}

/** Each pair of neighbours as one small number; that two pairs share one is rare enough. */
function pairs(text: string): Set<number> {
  const plain = text
    .slice(0, maxUnits)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\d\p{P}\p{S}]+/gu, '');
  const found = new Set<number>();
  for (let at = 1; at < plain.length; at += 1) {
    found.add(((plain.charCodeAt(at - 1) << 14) ^ plain.charCodeAt(at)) & 0x3fff_ffff);
  }
  return found;
}
