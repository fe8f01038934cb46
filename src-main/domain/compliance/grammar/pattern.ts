import type { BoundaryLevel } from '../text/boundaries.ts';

/** How far the next element may be: units between, the strongest boundary it may cross, classes that must not lie between. */
export interface Gap {
  max: number;
  crosses: BoundaryLevel;
  without: string[];
}

/** One element of a pattern: an atom of any of these classes after the gap. */
export interface PatternElement {
  classes: string[];
  gap: Gap;
}

/** A sequence of atoms, optionally bound to the start or end of a sentence. */
export interface Pattern {
  source: string;
  elements: PatternElement[];
  atStart: boolean;
  atEnd: boolean;
}

/** Elements of the longest pattern. */
export const mostElements = 10;

const adjacent: Gap = { max: 2, crosses: 0, without: [] };
const gapToken = /^(-|\.\.|;|\.\.\.)(\d{1,3})(?:!([A-Z0-9_|]+))?$/;
const elementToken = /^([A-Z0-9_]+(?:\|[A-Z0-9_]+)*)(\?)?$/;
const crossing: Record<string, BoundaryLevel> = { '-': 0, '..': 1, ';': 2, '...': 3 };

interface ParsedElement extends PatternElement {
  optional: boolean;
}

function parseGap(token: string): Gap | null {
  const found = gapToken.exec(token);
  if (found === null) return null;
  const max = Number(found[2]);
  if (max > 120) throw new RangeError(`gap over 120 in ${token}`);
  return { max, crosses: crossing[found[1] ?? '-'] ?? 0, without: found[3]?.split('|') ?? [] };
}

function widest(first: Gap, second: Gap): Gap {
  return {
    max: first.max + second.max,
    crosses: Math.max(first.crosses, second.crosses) as BoundaryLevel,
    without: [...first.without, ...second.without],
  };
}

function variants(elements: readonly ParsedElement[]): PatternElement[][] {
  const at = elements.findIndex((element) => element.optional);
  const chosen = elements[at];
  if (chosen === undefined) return [elements.map(({ classes, gap }) => ({ classes, gap }))];
  const present = elements.map((element, index) => (index === at ? { ...element, optional: false } : element));
  const next = elements[at + 1];
  const absent = elements.filter((_, index) => index !== at);
  if (next !== undefined) absent[at] = { ...next, gap: at === 0 ? next.gap : widest(chosen.gap, next.gap) };
  return [...variants(present), ...variants(absent)];
}

/**
 * Parses `SHARE -6 TARGET? ..20!BUY GET -8 PRIZE`. Between elements: nothing = adjacent (≤ 2 units), `-N` within the
 * clause, `..N` within the sentence, `;N` over semicolons, `...N` over sentence ends; `!X` = no X between.
 * `^` and `$` bind to the sentence. Optional elements give one pattern each way.
 * Throws a RangeError that names the faulty token.
 */
export function parsePattern(source: string): Pattern[] {
  const tokens = source.trim().split(/\s+/);
  const atStart = tokens[0] === '^';
  const atEnd = tokens.at(-1) === '$';
  const elements: ParsedElement[] = [];
  let gap: Gap = adjacent;
  for (const token of tokens.slice(atStart ? 1 : 0, atEnd ? -1 : undefined)) {
    const parsedGap = parseGap(token);
    if (parsedGap !== null) {
      gap = parsedGap;
      continue;
    }
    const found = elementToken.exec(token);
    if (found === null) throw new RangeError(`cannot read "${token}" in "${source}"`);
    elements.push({ classes: (found[1] ?? '').split('|'), gap, optional: found[2] === '?' });
    gap = adjacent;
  }
  if (elements.length === 0 || elements.length > mostElements)
    throw new RangeError(`1 to ${mostElements} elements expected in "${source}"`);
  if (elements.filter((element) => element.optional).length > 4) throw new RangeError(`over 4 optional in "${source}"`);
  return variants(elements)
    .filter((list) => list.length > 0)
    .map((list) => ({ source, elements: list, atStart, atEnd }));
}
