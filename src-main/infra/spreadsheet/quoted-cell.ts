import { readingLimits } from './reading-limits.ts';
import { quote, type TextWindow } from './text-window.ts';

export type QuotedReading =
  | {
      value: string;
      /** Where the delimiter or line break after the cell is. */
      end: number;
    }
  /** The quote opens nothing: it is a character of its cell. */
  | 'stray'
  /** The cell goes on past the text at hand. */
  | 'incomplete';

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}

/**
 * Reads quoted cells by RFC 4180. Where a file breaks it, the broken row keeps its text and the rows after it stay rows:
 * a quote that closes nowhere sensible is a character like any other.
 */
export class QuotedCellReader {
  private readonly delimiter: string;
  private readonly columns: number;
  private strayQuotes = 0;

  /** @param columns width of the table, 0 when unknown */
  constructor(delimiter: string, columns: number) {
    this.delimiter = delimiter;
    this.columns = columns;
  }

  read(window: TextWindow, start: number): QuotedReading {
    const reading = this.readToQuote(window, start);
    if (reading === 'stray') this.strayQuotes += 1;
    return reading;
  }

  /** Looking far ahead for the closing quote is limited, and more so in a file full of stray quotes. */
  private reach(): number {
    const { strayQuotes, quotedCharacters, strayQuotedCharacters } = readingLimits;
    return this.strayQuotes < strayQuotes ? quotedCharacters : strayQuotedCharacters;
  }

  private readToQuote(window: TextWindow, start: number): QuotedReading {
    const { text, final } = window;
    const reach = this.reach();
    for (let from = start + 1; ; ) {
      const at = text.indexOf(quote, from);
      if (at < 0 || at - start > reach)
        return at < 0 && !final && text.length - start <= reach ? 'incomplete' : 'stray';
      if (at + 1 === text.length && !final) return 'incomplete';
      if (text[at + 1] === quote) from = at + 2;
      else
        return this.closesAt(window, at)
          ? this.closed(text.slice(start + 1, at), at + 1)
          : this.broken(window, start, at);
    }
  }

  private closesAt({ text }: TextWindow, at: number): boolean {
    const next = text[at + 1];
    return next === undefined || next === this.delimiter || next === '\n' || next === '\r';
  }

  /** A cell that spans lines and holds as many delimiters as a row is two rows with a stray quote each. */
  private closed(inner: string, end: number): QuotedReading {
    const swallowedRows =
      this.columns >= 5 && /[\r\n]/.test(inner) && countOf(inner, this.delimiter) >= this.columns - 1;
    return swallowedRows ? 'stray' : { value: inner.includes(quote) ? inner.replaceAll('""', quote) : inner, end };
  }

  /** Text follows the closing quote: without line breaks inside, the cell is its text as it stands. */
  private broken(window: TextWindow, start: number, at: number): QuotedReading {
    const { text } = window;
    if (/[\r\n]/.test(text.slice(start, at))) return 'stray';
    const lineEnd = window.lineEnd(at);
    if (lineEnd === null) return 'incomplete';
    const next = text.indexOf(this.delimiter, at);
    const end = next < 0 || next > lineEnd ? lineEnd : next;
    const raw = text.slice(start, end);
    const trimmed = raw.trimEnd();
    return { value: trimmed.endsWith(quote) ? trimmed.slice(1, -1) : raw, end };
  }
}
