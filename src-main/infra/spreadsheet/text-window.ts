export const quote = '"';
const never = Number.POSITIVE_INFINITY;

/** Remembers where a character comes next, so that a text is searched for it once, not once for each cell. */
export class NextIndex {
  private at = -1;
  private readonly text: string;
  private readonly character: string;

  constructor(text: string, character: string) {
    this.text = text;
    this.character = character;
  }

  /** First place at or after `position`, Infinity when there is none. Positions must not go back. */
  from(position: number): number {
    if (this.at < position) {
      const found = this.text.indexOf(this.character, position);
      this.at = found < 0 ? never : found;
    }
    return this.at;
  }
}

/** The text at hand while a file is scanned, with its line breaks. */
export class TextWindow {
  readonly text: string;
  /** No more text follows. */
  readonly final: boolean;
  private readonly feeds: NextIndex;
  private readonly returns: NextIndex;
  readonly quotes: NextIndex;

  constructor(text: string, final: boolean) {
    this.text = text;
    this.final = final;
    this.feeds = new NextIndex(text, '\n');
    this.returns = new NextIndex(text, '\r');
    this.quotes = new NextIndex(text, quote);
  }

  /** Where the line with this position ends, or null when the text ends first and more may follow. */
  lineEnd(position: number): number | null {
    const end = Math.min(this.feeds.from(position), this.returns.from(position));
    if (end === never) return this.final ? this.text.length : null;
    return this.mayBeHalfBreak(end) ? null : end;
  }

  /** A CR at the very end of the text at hand may be half of a CRLF. */
  mayBeHalfBreak(end: number): boolean {
    return end === this.text.length - 1 && this.text[end] === '\r' && !this.final;
  }

  /** The position after the line break at `end`. */
  afterBreak(end: number): number {
    return this.text[end] === '\r' && this.text[end + 1] === '\n' ? end + 2 : end + 1;
  }
}
