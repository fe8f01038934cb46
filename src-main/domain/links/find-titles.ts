import type { FreeText, Span } from './free-text.ts';
import {
  countLetters,
  isHeadline,
  isInstruction,
  isLeadIn,
  longest,
  nameIn,
  quotedName,
  trimTitle,
} from './title-words.ts';

export interface TitlePart {
  /** The product's name without shop prefix and 【包邮】-like suffix. `text.slice(start, end) === value`. */
  value: string;
  start: number;
  end: number;
  /** Where what belongs to it begins: the start of the line when a price stands in front. */
  opens: number;
}

/** Lines of the text as ranges without their line break. */
export function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/** What stands around the names, beside the text itself. */
export interface TitlePlaces {
  lines: readonly Span[];
  /** Has links and money taken already; the names found are taken too. */
  free: FreeText;
  /** Heads of chat messages: below one something new begins. */
  headers: readonly Span[];
  /** Links that carry no name themselves. */
  links: readonly Span[];
}

/** Where the last name stood; `none` since something new began. */
type Layout = 'none' | 'before-links' | 'behind-links';

/**
 * Product names: `【name】` lines, `「name」`, and the words directly in front of a price or link, on the same line or on
 * the line above, or behind a price that stands first. Where no name stands in front of the links, those behind a link
 * or on the line below it, if they read like a name.
 */
export function findTitles(text: string, places: TitlePlaces): TitlePart[] {
  const finder = new TitleFinder(text, places);
  return places.lines.flatMap((_, index) => finder.read(index) ?? []);
}

class TitleFinder {
  readonly #text: string;
  readonly #lines: readonly Span[];
  readonly #free: FreeText;
  readonly #headStarts: ReadonlySet<number>;
  readonly #headEnds: ReadonlySet<number>;
  readonly #linkEnds: ReadonlySet<number>;
  #layout: Layout = 'none';
  /** A name was read and no link came since. */
  #isNamed = false;

  constructor(text: string, { lines, free, headers, links }: TitlePlaces) {
    this.#text = text;
    this.#lines = lines;
    this.#free = free;
    this.#headStarts = new Set(headers.map(({ start }) => start));
    this.#headEnds = new Set(headers.map(({ end }) => end));
    this.#linkEnds = new Set(links.map(({ end }) => end));
  }

  /** The name on a line. To be asked of each line once, in order. */
  read(index: number): TitlePart | null {
    const line = this.#lines[index];
    if (!line) return null;
    if (line.end === line.start || this.#headStarts.has(line.start)) this.#layout = 'none';
    const gaps = this.#free.gaps(line);
    const title = this.#inFront(line, index, gaps) ?? this.#behind(line, index, gaps);
    if (title) this.#free.take(title);
    this.#isNamed = (this.#isNamed || title !== null) && !gaps.some(({ start }) => this.#linkEnds.has(start));
    if (this.#linkEnds.has(this.#endOfWords(line))) this.#isNamed = false;
    return title && { ...title, value: this.#text.slice(title.start, title.end) };
  }

  #inFront(line: Span, index: number, gaps: readonly Span[]): Omit<TitlePart, 'value'> | null {
    const quoted = this.#quoted(line);
    const span = quoted ?? this.#headline(line, index, gaps[0]);
    const behindPrice = span === null && !this.#isNamed ? this.#behindPrice(line, index, gaps) : null;
    const found = span ?? behindPrice;
    if (!found) return null;
    const isBelowLink = this.#isBelowLink(index) && this.#layout !== 'before-links';
    this.#layout = isBelowLink ? 'behind-links' : 'before-links';
    return { ...found, opens: span ? span.start : line.start };
  }

  #quoted(line: Span): Span | null {
    const inside = quotedName(this.#text.slice(line.start, line.end));
    const span = inside && { start: line.start + inside.start, end: line.start + inside.end };
    return span && this.#free.isFree(span) ? span : null;
  }

  /** The words at the start of a line that sells something, or of the line above one. */
  #headline(line: Span, index: number, head: Span | undefined): Span | null {
    if (!head || head.start !== line.start || head.end - head.start > longest) return null;
    if (head.end === line.end && !this.#sells(index + 1)) {
      return this.#sells(this.#belowBlanks(index)) ? nameIn(this.#text, head, 4) : null;
    }
    const span = trimTitle(this.#text, head);
    const above = this.#above(index);
    // Few letters are a name only where something new begins, as it does below a named link.
    const isNew = above === undefined || above.end === above.start;
    const fewest = isNew || (this.#layout === 'before-links' && this.#isBelowLink(index)) ? 2 : 4;
    return span && isHeadline(this.#text.slice(span.start, span.end), fewest) ? span : null;
  }

  /** `39.9元 name link`: the price stands first, and the words behind it lead to a link. */
  #behindPrice(line: Span, index: number, gaps: readonly Span[]): Span | null {
    for (const gap of gaps) {
      if (this.#linkEnds.has(gap.start)) return null;
      const words = this.#text.slice(gap.start, gap.end).replace(/^(?:元|块|起|包邮)+/, '');
      if (countLetters(words) < 2 || isLeadIn(words)) continue;
      if (gap.start === line.start || !/^[\s|｜】【）)！!]/.test(words)) return null;
      if (gap.end === line.end && !this.#sells(index + 1)) return null;
      return nameIn(this.#text, { start: gap.end - words.length, end: gap.end }, 4);
    }
    return null;
  }

  #behind(line: Span, index: number, gaps: readonly Span[]): Omit<TitlePart, 'value'> | null {
    if (this.#layout === 'before-links') return null;
    const isAlone = this.#isBelowLink(index) && this.#free.isFree(line);
    const span = this.#besideLink(gaps) ?? (isAlone ? nameIn(this.#text, line, 5) : null);
    if (span) this.#layout = 'behind-links';
    return span && { ...span, opens: span.start };
  }

  /** `link name` and `link name 券后…`: set off by a space or a bracket, so that glued prose (…点开领券) is none. */
  #besideLink(gaps: readonly Span[]): Span | null {
    for (const gap of gaps) {
      const written = this.#text.slice(gap.start, gap.end);
      if (this.#linkEnds.has(gap.start)) return /^[\s|｜【]/.test(written) ? nameIn(this.#text, gap, 4) : null;
      if (countLetters(written) > 1 && !isInstruction(written)) return null;
    }
    return null;
  }

  /** The line above, unless it is the head of a message. */
  #above(index: number): Span | undefined {
    const above = this.#lines[index - 1];
    return above && this.#headEnds.has(above.end) ? undefined : above;
  }

  #isBelowLink(index: number): boolean {
    const above = this.#above(index);
    return above !== undefined && this.#linkEnds.has(this.#endOfWords(above));
  }

  /** The next line with anything on it: mails set each line of a chat apart. */
  #belowBlanks(index: number): number {
    let next = index + 1;
    while (next < index + 3 && this.#lines[next]?.start === this.#lines[next]?.end) next += 1;
    return next;
  }

  #sells(index: number): boolean {
    const line = this.#lines[index];
    return line !== undefined && line.end > line.start && !this.#free.isFree(line);
  }

  #endOfWords({ start, end }: Span): number {
    return start + this.#text.slice(start, end).trimEnd().length;
  }
}
