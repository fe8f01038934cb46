import { SaxParser } from '@cj-tech-master/excelts/xml';
import { AppError } from '#contract/errors';
import type { TextEncodingName } from '#domain/import/file-inspection';
import { type ArchiveEntry, entryChunks } from './archive.ts';
import { fileFailure } from './file-failure.ts';
import { type PlainElement, PlainElements } from './plain-elements.ts';
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
