import { shortLinkHosts } from './recognise-address.ts';

/** Printable ASCII that can stand in a pasted address. Quotes, angle brackets, braces and bars end it. */
const addressCharacters = Uint8Array.from({ length: 0x80 }, (_, code) =>
  Number(code > 0x20 && code < 0x7f && !'"<>^`{|}'.includes(String.fromCharCode(code))),
);
const isAddressCharacter = (code: number): boolean => code < 0x80 && addressCharacters[code] === 1;

/** Letters that continue a host name: Latin with marks, Greek, Cyrillic … Han and kana usually are glued-on prose. */
const hostLetter = /[\p{L}\p{M}\p{N}]/u;
const proseLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;

/**
 * Where the address that starts at `start` ends. `afterScheme` is the first character behind `//`.
 * Chinese punctuation, spaces and glued prose end an address; trailing sentence marks and unpaired brackets are not
 * part of it; a second `https://` glued to the first starts a new one.
 */
export function addressEnd(text: string, start: number, afterScheme: number): number {
  let end = runEnd(text, authorityEnd(text, afterScheme));
  end = cutBehindShortCode(text, afterScheme, end);
  return trimSentenceMarks(text, start, end);
}

function authorityEnd(text: string, from: number): number {
  let ascii = from;
  for (; ascii < text.length; ascii++) {
    const code = text.charCodeAt(ascii);
    if (!isAddressCharacter(code) || isAuthorityEnd(code)) break;
  }
  if (ascii >= text.length || text.charCodeAt(ascii) < 0x80) return ascii;
  const whole = internationalEnd(text, ascii);
  return whole > ascii && readsAsHost(text, from, ascii, whole) ? whole : ascii;
}

/** `/`, `?`, `#` or a backslash. */
const isAuthorityEnd = (code: number): boolean => code === 0x2f || code === 0x3f || code === 0x23 || code === 0x5c;

/** End of the run of letters of any script, digits and ASCII host characters (at most 253, the longest host name). */
function internationalEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < 253) {
    const character = String.fromCodePoint(text.codePointAt(end) ?? 0);
    const continues = hostLetter.test(character) || '.-_:@'.includes(character);
    if (!continues) break;
    end += character.length;
  }
  while (end > from && '.-_:@'.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

/** `https://例子.com/`, `https://іtem.taobao.com` are hosts; `https://m.tb.cn下单` is an address with glued prose. */
function readsAsHost(text: string, from: number, ascii: number, end: number): boolean {
  const tail = text.slice(ascii, end);
  const before = text.slice(from, ascii);
  const startsWithProse = proseLetter.test(String.fromCodePoint(tail.codePointAt(0) ?? 0));
  if (/\.[A-Za-z]{2,}$/.test(tail)) return true;
  if (startsWithProse && /\.[A-Za-z]{2,}(?::\d+)?$/.test(before)) return false;
  return tail.includes('.') || before === '' || before.endsWith('.') || !startsWithProse;
}

function runEnd(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (!isAddressCharacter(code) || ((code | 0x20) === 0x68 && isGluedAddress(text, end))) break;
  }
  return end;
}

/** `…/h.UQ4ceEChttps://…`: a letter or digit directly before `http`. `?url=https://…` and `/https://…` belong to it. */
function isGluedAddress(text: string, index: number): boolean {
  return /[0-9A-Za-z]/.test(text.charAt(index - 1)) && /^https?:\/\//i.test(text.slice(index, index + 8));
}

/** A short link ends with its code: `https://m.tb.cn/h.UQ4ceEC$Ru63cdkXWSC$` is a link and a 口令. */
function cutBehindShortCode(text: string, from: number, end: number): number {
  const slash = text.indexOf('/', from);
  if (slash < 0 || slash >= end || slash - from > longestShortHost) return end;
  if (!shortLinkHosts.has(text.slice(from, slash).toLowerCase())) return end;
  const code = /^\/(?:h\.|[a-z]\/)?[0-9A-Za-z_-]+\/?/.exec(text.slice(slash, Math.min(end, slash + 200)));
  if (!code) return end;
  const next = slash + code[0].length;
  return /[$([!*,;'~\\]/.test(text.charAt(next)) ? next : end;
}

const longestShortHost = Math.max(...Array.from(shortLinkHosts, (host) => host.length));

const closing: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);

function trimSentenceMarks(text: string, start: number, from: number): number {
  let end = from;
  let excess: Map<string, number> | null = null;
  while (end > start && ".,;:!?'*~)]".includes(text.charAt(end - 1))) {
    const last = text.charAt(end - 1);
    if (closing.has(last)) {
      excess ??= unpairedClosings(text.slice(start, end));
      const left = excess.get(last) ?? 0;
      if (left === 0) break;
      excess.set(last, left - 1);
    }
    end -= 1;
  }
  return end;
}

function unpairedClosings(run: string): Map<string, number> {
  const excess = new Map<string, number>();
  for (const [close, open] of closing) excess.set(close, Math.max(0, count(run, close) - count(run, open)));
  return excess;
}

function count(text: string, character: string): number {
  let total = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) total += 1;
  return total;
}
