import { characterOf, referencePattern, referenceText } from '../../shared/character-references.ts';

/** A decoded escape: the text it stands for and where it ends in the original. */
export interface Escape {
  text: string;
  end: number;
}

const entity = new RegExp(referencePattern, 'y');
const unicodeEscape = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2}))/y;
const percentRun = /(?:%[0-9a-fA-F]{2}){3}/y;

function decodeEntity(text: string, at: number): Escape | null {
  entity.lastIndex = at;
  const found = entity.exec(text);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const decoded = referenceText(decimal, hex, name) ?? null;
  return decoded === null ? null : { text: decoded, end: at + whole.length };
}

function decodeUnicodeEscape(text: string, at: number): Escape | null {
  unicodeEscape.lastIndex = at;
  const found = unicodeEscape.exec(text);
  if (found === null) return null;
  const decoded = characterOf(Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16));
  return decoded === null ? null : { text: decoded, end: at + found[0].length };
}

function decodePercent(text: string, at: number): Escape | null {
  percentRun.lastIndex = at;
  const found = percentRun.exec(text);
  if (found === null) return null;
  const [first = 0, second = 0, third = 0] = found[0]
    .split('%')
    .slice(1)
    .map((byte) => Number.parseInt(byte, 16));
  const isThreeByteForm = (first & 0xf0) === 0xe0 && (second & 0xc0) === 0x80 && (third & 0xc0) === 0x80;
  if (!isThreeByteForm) return null;
  const decoded = characterOf(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  return decoded === null ? null : { text: decoded, end: at + found[0].length };
}

/** Decodes an HTML entity, a `\u` escape or a percent-encoded three-byte character that starts at `at`. */
export function decodeEscape(text: string, at: number): Escape | null {
  const first = text[at];
  if (first === '&') return decodeEntity(text, at);
  if (first === '\\') return decodeUnicodeEscape(text, at);
  return first === '%' ? decodePercent(text, at) : null;
}
