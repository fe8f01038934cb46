import { TextDecoder } from 'node:util';

const sniffBytes = 4_096;

/** Text of a page: byte order mark, then the header's charset, then the page's own `<meta>`, then UTF-8. */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const label = markedCharset(bytes) ?? charsetIn(contentType ?? '') ?? metaCharset(bytes) ?? 'utf-8';
  return decoder(label).decode(bytes);
}

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    // An unknown label is the page's mistake; most pages are UTF-8.
    if (error instanceof RangeError) return new TextDecoder('utf-8');
    throw error;
  }
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function charsetIn(text: string): string | null {
  return /charset\s{0,5}=\s{0,5}["']?([a-z0-9_.:-]{2,40})/i.exec(text)?.[1] ?? null;
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, sniffBytes)).toString('latin1');
  const found = /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([a-z0-9_.:-]{2,40})/i.exec(head)?.[1] ?? null;
  // A page that can be read as bytes is not UTF-16 (HTML standard, "prescan").
  return found !== null && /^utf-?16/i.test(found) ? 'utf-8' : found;
}
