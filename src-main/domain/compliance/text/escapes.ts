/** A decoded escape: the text it stands for and where it ends in the original. */
export interface Escape {
  text: string;
  end: number;
}

const namedEntities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  middot: '·',
  yen: '¥',
  zwj: '',
  zwnj: '',
  shy: '',
};

const entity = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));?/y;
const unicodeEscape = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2}))/y;
const percentRun = /(?:%[0-9a-fA-F]{2}){3}/y;

function fromCodePoint(code: number): string | null {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : null;
}

function decodeEntity(text: string, at: number): Escape | null {
  entity.lastIndex = at;
  const found = entity.exec(text);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const end = at + whole.length;
  if (name !== undefined) {
    const value = Object.hasOwn(namedEntities, name) ? namedEntities[name] : undefined;
    return value === undefined ? null : { text: value, end };
  }
  const decoded = fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  return decoded === null ? null : { text: decoded, end };
}

function decodeUnicodeEscape(text: string, at: number): Escape | null {
  unicodeEscape.lastIndex = at;
  const found = unicodeEscape.exec(text);
  if (found === null) return null;
  const decoded = fromCodePoint(Number.parseInt(found[1] ?? found[2] ?? found[3] ?? '', 16));
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
  const decoded = fromCodePoint(((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
  return decoded === null ? null : { text: decoded, end: at + found[0].length };
}

/** Decodes an HTML entity, a `\u` escape or a percent-encoded three-byte character that starts at `at`. */
export function decodeEscape(text: string, at: number): Escape | null {
  const first = text[at];
  if (first === '&') return decodeEntity(text, at);
  if (first === '\\') return decodeUnicodeEscape(text, at);
  return first === '%' ? decodePercent(text, at) : null;
}
