import { TextDecoder } from 'node:util';

const sniffBytes = 4_096;

/**
 * Text of a page: byte order mark, then the header's charset, then the page's own, the first that is known. A page that
 * names none is UTF-8 if it reads as such, else GB18030, which is what a Chinese browser falls back to.
 */
export function decodeText(bytes: Uint8Array, contentType: string | undefined): string {
  const labels = [markedCharset(bytes), charsetIn(contentType ?? ''), writtenCharset(bytes)];
  for (const label of labels) {
    const known = label === null ? null : decoder(label);
    if (known) return known.decode(bytes);
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  return isGarbled(text) ? new TextDecoder('gb18030').decode(bytes) : text;
}

function decoder(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** More than a stray byte among its characters: a single broken one does not make a page something else. */
function isGarbled(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken > 0 && broken * 10 > (text.match(/[^\0-\x7f]/g)?.length ?? 0);
}

function markedCharset(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function charsetIn(text: string): string | null {
  return /charset\s{0,5}=\s{0,5}["']?([a-z0-9_.:-]{2,40})/i.exec(text)?.[1] ?? null;
}

/** What the page says of itself in `<meta>` or its XML declaration; a comment says nothing. */
function writtenCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, sniffBytes))
    .toString('latin1')
    .replace(/<!--.*?-->/gs, '');
  const declared = /^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([a-z0-9_.:-]{2,40})/i;
  const meta = /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?([a-z0-9_.:-]{2,40})/i;
  const found = (meta.exec(head) ?? declared.exec(head))?.[1] ?? null;
  // A page that can be read as bytes is not UTF-16 (HTML standard, "prescan").
  return found !== null && /^utf-?16/i.test(found) ? 'utf-8' : found;
}
