const gapLimit = 80;

/** Widths, white space and invisible characters are presentation: a page may write `，` or `,`, with or without spaces. */
export function squash(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, '');
}

/**
 * Where a phrase stands in an already squashed text; -1 when it does not. `…` in the phrase is a gap of up to 80
 * characters.
 */
export function findPhrase(squashed: string, phrase: string): number {
  const parts = partsOf(phrase);
  const first = parts[0] ?? '';
  for (let start = squashed.indexOf(first); start >= 0; start = squashed.indexOf(first, start + 1)) {
    if (restFollows(squashed, start + first.length, parts)) return start;
  }
  return -1;
}

/** Phrases come from packs, so there are few of them, and each is looked for in every page. */
const knownParts = new Map<string, readonly string[]>();

function partsOf(phrase: string): readonly string[] {
  const known = knownParts.get(phrase);
  if (known) return known;
  const parts = phrase.split('…').map(squash);
  knownParts.set(phrase, parts);
  return parts;
}

function restFollows(squashed: string, from: number, parts: readonly string[]): boolean {
  let end = from;
  for (const part of parts.slice(1)) {
    const at = squashed.slice(end, end + gapLimit + part.length).indexOf(part);
    if (at < 0) return false;
    end += at + part.length;
  }
  return true;
}
