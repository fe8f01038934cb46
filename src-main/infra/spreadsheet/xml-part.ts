import { SaxParser } from '@cj-tech-master/excelts/xml';
import { AppError } from '#contract/errors';
import type { TextEncodingName } from '#domain/import/file-inspection';
import { type ArchiveEntry, entryChunks } from './archive.ts';
import { fileFailure } from './file-failure.ts';
import { readingLimits } from './reading-limits.ts';
import { createTextDecoding, detectEncoding } from './text-encoding.ts';

/** What a part's reader wants to hear; names come without their namespace prefix. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** An element past the parser. Text between two of them must not matter. */
  plain?: PlainElement;
}

/**
 * An element that most of a part consists of, in the way most programs write it. Found as it stands in the text it goes
 * to `take`, past the parser, which needs four times as long for it; written in any other way it is the parser's.
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

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** XML without a declaration is UTF-8 or, told by its first bytes, UTF-16. */
function partEncoding(bytes: Uint8Array): TextEncodingName {
  const { encoding } = detectEncoding(bytes.subarray(0, 512));
  return encoding.startsWith('utf-16') ? encoding : 'utf-8';
}

/**
 * Takes the plain elements out of the pieces of a part. Each is complete where it stands, so that the parser, which gets
 * all that is between them, misses nothing it would have to know.
 */
class PlainElements {
  readonly #element: PlainElement;
  readonly #parse: (text: string) => void;
  #before = '';
  #hides = false;
  #afterPlain = false;

  constructor(element: PlainElement, parse: (text: string) => void) {
    this.#element = element;
    this.#parse = parse;
  }

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

/**
 * Parses one XML part piece by piece and yields after each piece, so that the caller can pass on what it has. Named
 * entities other than the five of XML are refused by the parser, so none can expand; text without tags is bounded.
 */
export async function* parseXmlPart(entry: ArchiveEntry, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxParser({ position: false, maxEntityExpansions: 0, invalidCharHandling: 'skip' });
  let sinceTag = 0;
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    handlers.close?.(localName(tag.name));
  });
  const { text } = handlers;
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  let decoding: ReturnType<typeof createTextDecoding> | null = null;
  const parse = (piece: string): void => {
    sinceTag += piece.length;
    try {
      if (piece !== '') parser.write(piece);
    } catch (error) {
      throw error instanceof AppError ? error : fileFailure('workbook-damaged', {}, error);
    }
    if (sinceTag > readingLimits.xmlTextCharacters) throw fileFailure('workbook-damaged');
  };
  const plain = handlers.plain ? new PlainElements(handlers.plain, parse) : null;
  const write = (piece: string): void => (plain ? plain.write(piece) : parse(piece));
  for await (const bytes of entryChunks(entry)) {
    decoding ??= createTextDecoding(partEncoding(bytes));
    write(decoding.push(bytes));
    yield;
  }
  write(decoding?.finish() ?? '');
  try {
    parser.close();
  } catch (error) {
    throw fileFailure('workbook-damaged', {}, error);
  }
  yield;
}

/** Parses a small part to its end. */
export async function parseWholePart(entry: ArchiveEntry, handlers: XmlHandlers): Promise<void> {
  for await (const _ of parseXmlPart(entry, handlers)) continue;
}
