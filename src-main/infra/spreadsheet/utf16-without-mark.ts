import { knownNames } from './known-names.ts';

type Utf16 = 'utf-16le' | 'utf-16be';

/** In text of delimiters, digits and addresses, UTF-16 has a zero byte in every other place. */
export function utf16ByZeros(bytes: Uint8Array): Utf16 | null {
  const pairs = Math.floor(Math.min(bytes.length, 8192) / 2);
  if (pairs < 8) return null;
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) even += 1;
    if (bytes[2 * pair + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.2 && even < pairs * 0.01) return 'utf-16le';
  return even > pairs * 0.2 && odd < pairs * 0.01 ? 'utf-16be' : null;
}

/** ASCII, what stands in a Chinese table besides (¥, dashes, full-width forms, emoji), and the usual Chinese characters. */
const usualText =
  /[\t\r\n\x20-\x7e\xa0-\xff\u2000-\u206f\u20a0-\u20bf\u2100-\u27bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\u{1f000}-\u{1faff}]/gu;

/** GBK and UTF-8 read as UTF-16 are characters of every script, and mostly others than these. */
const mostUnusual = 0.05;

/** Chance makes no two cells of one line header names. */
const enoughNames = 2;

function makesSense(text: string, isNamed: boolean): boolean {
  if (knownNames(text) >= enoughNames) return true;
  return !isNamed && !text.includes('\ufffd') && text.replace(usualText, '').length < text.length * mostUnusual;
}

/**
 * UTF-16 of mostly Chinese characters, which has few zero bytes: told by what its text says. Even such a table has zeros,
 * in its line breaks and delimiters.
 * @param otherNames how many header names the bytes have in other encodings
 */
export function utf16ByText(bytes: Uint8Array, otherNames: number): Utf16 | null {
  if (!bytes.includes(0)) return null;
  const encodings: readonly Utf16[] = ['utf-16le', 'utf-16be'];
  const read = (encoding: Utf16) => new TextDecoder(encoding).decode(bytes, { stream: true });
  return encodings.find((encoding) => makesSense(read(encoding), otherNames > 0)) ?? null;
}
