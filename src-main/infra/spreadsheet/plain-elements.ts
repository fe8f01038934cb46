/**
 * An element that most of a part consists of, in the way most programs write it. Found as it stands in the text it goes
 * to `take`, past the parser, which needs several times as long for it; written in any other way it is the parser's.
 */
export interface PlainElement {
  /** How it begins. */
  opening: string;
  /** The whole element: sticky, and with no text in it but {@link plainText}. */
  pattern: RegExp;
  take(match: RegExpExecArray): void;
}

const itself = String.raw`[^<>&\r\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]*`;

/**
 * Part of a pattern: text that means itself, but for the `&amp;` of addresses ({@link decodePlainText}). No markup, no
 * other entity, no line end to normalise, nothing XML forbids.
 */
export const plainText = `${itself}(?:&amp;${itself})*`;

export const decodePlainText = (text: string): string => text.replaceAll('&amp;', '&');

/** Comments, CDATA, instructions: text in them may look like an element. The XML declaration is none of them. */
const isHidingPlace = (text: string): boolean => text.includes('<!') || /<\?(?!xml )/.test(text);

/**
 * Takes the plain elements out of the pieces of a part. Each is complete where it stands, so that the parser, which gets
 * all that is between them, misses nothing it would have to know.
 */
export class PlainElements {
  readonly #element: PlainElement;
  readonly #parse: (text: string) => void;
  #before = '';
  #hides = false;
  #afterPlain = false;

  /** @param parse gets what is no plain element, in order */
  constructor(element: PlainElement, parse: (text: string) => void) {
    this.#element = element;
    this.#parse = parse;
  }

  /** Takes the next piece of the part. */
  write(piece: string): void {
    if (piece === '') return;
    // From the first hiding place on all is the parser's; `<` at the end of a piece may begin one.
    this.#hides ||= isHidingPlace(this.#before + piece.slice(0, 1)) || isHidingPlace(piece);
    this.#before = piece.slice(-1);
    this.#pass(this.#hides ? piece : piece.slice(this.#take(piece)));
  }

  /** Blanks between two plain elements mean nothing; the parser, which hears of no tag, would go on collecting them. */
  #pass(text: string): void {
    if (this.#afterPlain && text.trim() === '') return;
    this.#afterPlain = false;
    this.#parse(text);
  }

  /** @returns where the rest of the piece begins */
  #take(piece: string): number {
    const { opening, pattern, take } = this.#element;
    let parsed = 0;
    let at = piece.indexOf(opening);
    while (at >= 0) {
      pattern.lastIndex = at;
      const match = pattern.exec(piece);
      if (match) {
        this.#pass(piece.slice(parsed, at));
        take(match);
        this.#afterPlain = true;
        parsed = pattern.lastIndex;
      }
      at = piece.indexOf(opening, match ? parsed : at + 1);
    }
    return parsed;
  }
}
