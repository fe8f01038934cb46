import type { TextEncodingName } from '#domain/import/file-inspection';
import { knownNames } from './known-names.ts';
import { utf16ByText, utf16ByZeros } from './utf16-without-mark.ts';

export interface EncodingReading {
  encoding: TextEncodingName;
  /** Some bytes of the sample are no text in this encoding: the file is damaged or in an encoding of another kind. */
  damaged: boolean;
  /** The sample is plain ASCII, so every encoding reads it alike. */
  ascii: boolean;
}

const labels: Readonly<Record<TextEncodingName, string>> = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  gb18030: 'gb18030',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  big5: 'big5',
};

export interface TextDecoding {
  push(bytes: Uint8Array): string;
  finish(): string;
}

const hasUtf8Mark = ([first, second, third]: Uint8Array): boolean =>
  first === 0xef && second === 0xbb && third === 0xbf;

/** A decoder for bytes in pieces; it drops a BOM, in GBK text a misplaced one too, and never splits a character. */
export function createTextDecoding(encoding: TextEncodingName): TextDecoding {
  const decoder = new TextDecoder(labels[encoding]);
  let isFirst = true;
  return {
    push(bytes) {
      const text = isFirst && hasUtf8Mark(bytes) ? bytes.subarray(3) : bytes;
      isFirst = false;
      return decoder.decode(text, { stream: true });
    },
    finish: () => decoder.decode(),
  };
}

function decodeSample(bytes: Uint8Array, encoding: TextEncodingName): string {
  return createTextDecoding(encoding).push(bytes);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Share of the non-ASCII characters that could not be decoded. */
function damage(text: string): number {
  const foreign = count(text, /[^\0-\x7f]/g);
  return foreign === 0 ? 0 : count(text, /\ufffd/g) / foreign;
}

function markOf(bytes: Uint8Array): TextEncodingName | null {
  const [first, second] = bytes;
  if (hasUtf8Mark(bytes)) return 'utf-8-bom';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-8 with a few broken bytes stays far below this; GBK read as UTF-8 is broken nearly everywhere. */
const highestUtf8Damage = 0.05;

/** Chance does not make this many header names. */
const enoughNames = 3;

/**
 * The encoding of a text file by its first bytes: BOM, then UTF-16 without one, then UTF-8 unless it is mostly broken,
 * then UTF-16 with few ASCII characters, then GB18030 (which holds GBK and GB2312). Big5 cannot be told from GBK by its
 * bytes, only by header names that make no sense otherwise; in other files the user chooses it.
 */
export function detectEncoding(bytes: Uint8Array): EncodingReading {
  const marked = markOf(bytes) ?? utf16ByZeros(bytes);
  if (marked) {
    const share = damage(decodeSample(bytes, marked));
    // Scripts put the mark of UTF-8 before text in GBK.
    if (marked === 'utf-8-bom' && share > highestUtf8Damage) return detectEncoding(bytes.subarray(3));
    return { encoding: marked, damaged: share > 0, ascii: false };
  }
  const asUtf8 = decodeSample(bytes, 'utf-8');
  const utf8Damage = damage(asUtf8);
  if (utf8Damage === 0) return { encoding: 'utf-8', damaged: false, ascii: !/[^\0-\x7f]/.test(asUtf8) };
  const asGb = decodeSample(bytes, 'gb18030');
  const utf8Names = knownNames(asUtf8);
  const gbNames = knownNames(asGb);
  const utf16 = utf16ByText(bytes, Math.max(utf8Names, gbNames));
  if (utf16) return { encoding: utf16, damaged: damage(decodeSample(bytes, utf16)) > 0, ascii: false };
  if (Math.max(utf8Names, gbNames) === 0 && knownNames(decodeSample(bytes, 'big5')) >= enoughNames) {
    return { encoding: 'big5', damaged: damage(decodeSample(bytes, 'big5')) > 0, ascii: false };
  }
  const isUtf8 = utf8Names === gbNames ? utf8Damage <= highestUtf8Damage : utf8Names > gbNames;
  return isUtf8
    ? { encoding: 'utf-8', damaged: true, ascii: false }
    : { encoding: 'gb18030', damaged: damage(asGb) > 0, ascii: false };
}
