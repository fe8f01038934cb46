import type { LinkKind } from './link-kinds.ts';
import { readEvidence, type TokenEvidence } from './token-evidence.ts';

/** A 口令 in a text, before it is given its facts. */
export interface FoundToken {
  start: number;
  end: number;
  kind: LinkKind;
  token: string;
  /** Short link inside the official long forms. */
  url: string | null;
  title: string | null;
  certainty: 'sure' | 'maybe';
}

/** Money signs that token recognisers accept; ￥ ¥ € $ ₤ are the ones seen in posts. */
const symbols = '￥¥$＄€₤£￡₳¢₴₪₰₵฿₲₫₭₮₱₩₸₺₽₹₠₡₢₣₥₦₧₨₯₶';
const symbol = `[${symbols}]`;
const code = '[A-Z]{2}\\d{3,4}';
const shareLink = 'https?:\\/\\/[me]\\.tb\\.cn\\/h\\.[0-9A-Za-z]+';

/** The closing sign is only looked at, so that it may open the next token. */
const symbolPair = new RegExp(`${symbol}\\s?(?:${code}\\s)?([0-9A-Za-z]{11})(?=${symbol})`, 'g');
const appShare = new RegExp(
  `【(?:淘宝|天猫|闲鱼)】\\S{0,12}\\s{0,4}${shareLink}\\?tk=([0-9A-Za-z]{11})\\s{0,4}(?:${code}\\s{0,4})?「((?:[^「」]|「[^「」]{0,60}」){1,200})」` +
    `(?:\\s{0,4}点击链接直接打开(?: 或者 淘宝搜索直接打开)?)?`,
  'g',
);
const parentheses = new RegExp(`[(（《［{]\\s?(?:${code}\\s)?([0-9A-Za-z]{11})\\s?[)）》］}]`, 'g');
const jdPair = /[!！(（￥¥#@$%]([0-9A-Za-z]{10,16})(?=[!！)）￥¥#@$%])/g;
/** Official long 京口令 (`jCommand` of JD's union API): number, what to do, a code that looks like an address, words, 口令. */
const jdLong =
  /\d{1,3}\.\d\s?[复復][制製]整段话\s{0,2}https?:\/{1,2}J[0-9A-Za-z]{13}[^\n\r]{1,120}?[!！#%@￥$]([0-9A-Za-z]{10})[!！#%@￥$]\S{0,20}/gi;
const tkFragment = /[?&]tk=([0-9A-Za-z]{11})(?![0-9A-Za-z])/g;

const linkBehind = new RegExp(`\\s{0,4}(${shareLink})(\\?[0-9A-Za-z=&_-]*)?`, 'y');
/** Wordy form of 2020: up to 30 characters of (look-alike) prose, then the link. */
const wordyLinkBehind = new RegExp(
  `[\\s\\S]{0,30}?(${shareLink})(\\?[0-9A-Za-z=&_-]*)?(?: ?至\\S{1,10}【[^】\\n]{1,80}】)?`,
  'y',
);
const slashBehind = new RegExp(`:?\\/{1,2}(?![0-9A-Za-z/])(?:\\s*${code})?|:?\\/{1,2}(?=${code})${code}`, 'y');
const codeBehind = new RegExp(`:?\\/{1,2}\\s*${code}`, 'y');
/** Official long 口令: two spaces, then the title to the end of the line or to the next 口令 or link. */
const titleBehind = new RegExp(` {2}(\\S(?:(?!https?:\\/\\/|\\d{1,3}\\s?${symbol})[^\\n\\r${symbols}]){0,119})`, 'y');

/** Full-width letters and digits are read as what they stand for, but whether an app does so too is not known. */
const wide = /[０-９Ａ-Ｚａ-ｚ]/g;

/** A sign every form needs in front of its characters. */
const mayHoldToken = new RegExp(`[${symbols}(（《［{!！#@%]|[?&]tk=`);

/** Every 口令 in the text in order of appearance; forms that overlap are left to the caller. */
export function findTokens(written: string): FoundToken[] {
  if (!mayHoldToken.test(written)) return [];
  const text = written.replace(wide, (character) => character.normalize('NFKC'));
  const found = findNarrow(text);
  if (text === written) return found;
  return found.map((token) => {
    const asWritten = written.slice(token.start, token.end);
    const from = token.title === null ? 0 : text.slice(token.start, token.end).indexOf(token.title);
    return {
      ...token,
      title: token.title && asWritten.slice(from, from + token.title.length),
      certainty: asWritten.includes(token.token) ? token.certainty : 'maybe',
    };
  });
}

function findNarrow(text: string): FoundToken[] {
  const evidence = readEvidence(text);
  const alone = text.trim();
  return [
    ...findAppShares(text),
    ...findSymbolPairs(text, evidence, alone),
    ...findParentheses(text, evidence, alone),
    ...findJdTokens(text, evidence, alone),
    ...findLongJdTokens(text),
    ...findTkFragments(text),
  ];
}

function findAppShares(text: string): FoundToken[] {
  if (!text.includes('【')) return [];
  return Array.from(text.matchAll(appShare), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'tkl_app_share' as const,
    token: match[1] ?? '',
    url: new RegExp(shareLink).exec(match[0])?.[0] ?? null,
    title: match[2]?.trim() ?? null,
    certainty: 'sure' as const,
  }));
}

function findSymbolPairs(text: string, evidence: TokenEvidence, alone: string): FoundToken[] {
  const found: FoundToken[] = [];
  for (const match of text.matchAll(symbolPair)) {
    const token = match[1] ?? '';
    const end = match.index + match[0].length + 1;
    const long = longForm(text, match.index, end, token);
    if (long) {
      found.push(long);
      continue;
    }
    const app = evidence.nearest(match.index, end);
    // 京口令 uses the same signs; the words around it decide, and findJdTokens reports it.
    if (app === 'jd') continue;
    const strong = looksRandom(token);
    if (!strong && app === null && alone.length !== end - match.index) continue;
    const slashed = behind(slashBehind, text, end);
    found.push({
      start: match.index,
      end: slashed ? end + slashed[0].length : end,
      kind: slashed ? 'tkl_trailing_slash' : 'tkl_symbol_pair',
      token,
      url: null,
      title: null,
      certainty: strong ? 'sure' : 'maybe',
    });
  }
  return found;
}

/** Number + sign + (code) + token + sign + short link: the forms iOS 14 and later recognise. */
function longForm(text: string, start: number, end: number, token: string): FoundToken | null {
  const number = /(?<![0-9A-Za-z.])\d{1,3}\s?$/.exec(text.slice(Math.max(0, start - 6), start));
  const link = number ? behind(linkBehind, text, end) : null;
  if (number && link) {
    const linkEnd = end + link[0].length;
    const title = behind(titleBehind, text, linkEnd);
    return {
      start: start - number[0].length,
      end: title ? linkEnd + title[0].trimEnd().length : linkEnd,
      kind: 'tkl_union_long',
      token,
      url: link[1] ?? null,
      title: title?.[1]?.trim() ?? null,
      certainty: 'sure',
    };
  }
  const words = /(?:^|[\s，。！,!：:；;])(\d[\p{L}\p{Extended_Pictographic}]\S{0,7})$/u.exec(
    text.slice(Math.max(0, start - 10), start),
  );
  const wordyLink = words ? behind(wordyLinkBehind, text, end) : null;
  if (!words?.[1] || !wordyLink) return null;
  return {
    start: start - words[1].length,
    end: end + wordyLink[0].length,
    kind: 'tkl_ios14_wordy',
    token,
    url: wordyLink[1] ?? null,
    title: /【([^】]+)】$/.exec(wordyLink[0])?.[1] ?? null,
    certainty: 'sure',
  };
}

function findParentheses(text: string, evidence: TokenEvidence, alone: string): FoundToken[] {
  const found: FoundToken[] = [];
  for (const match of text.matchAll(parentheses)) {
    const token = match[1] ?? '';
    // `(token)/ CZ0001`: the code is what other tools write behind.
    const coded = behind(codeBehind, text, match.index + match[0].length);
    const end = match.index + match[0].length + (coded?.[0].length ?? 0);
    const supported =
      coded !== null || evidence.nearest(match.index, end) === 'taobao' || alone.length === match[0].length;
    if (supported && looksRandom(token)) found.push(maybe('tkl_parentheses', match.index, end, token));
  }
  return found;
}

function findJdTokens(text: string, evidence: TokenEvidence, alone: string): FoundToken[] {
  const found: FoundToken[] = [];
  for (const match of text.matchAll(jdPair)) {
    const token = match[1] ?? '';
    const end = match.index + match[0].length + 1;
    const isAlone = alone.length === end - match.index && /^[!！]/.test(match[0]);
    const supported = evidence.nearest(match.index, end) === 'jd' || isAlone;
    if (supported && looksRandom(token)) found.push(maybe('jd_kouling', match.index, end, token));
  }
  return found;
}

function findLongJdTokens(text: string): FoundToken[] {
  if (!text.includes('整段话')) return [];
  return Array.from(text.matchAll(jdLong), (match) => ({
    ...maybe('jd_kouling', match.index, match.index + match[0].length, match[1] ?? ''),
    certainty: 'sure' as const,
  }));
}

function findTkFragments(text: string): FoundToken[] {
  if (!text.includes('tk=')) return [];
  return Array.from(text.matchAll(tkFragment), (match) =>
    maybe('tkl_tk_param', match.index, match.index + match[0].length, match[1] ?? ''),
  );
}

const maybe = (kind: LinkKind, start: number, end: number, token: string): FoundToken => ({
  start,
  end,
  kind,
  token,
  url: null,
  title: null,
  certainty: 'maybe',
});

/** Generated tokens mix cases or letters and digits; words, phone numbers and prices in signs do not. */
function looksRandom(token: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(token)).length;
  return kinds >= 2 && !/^[A-Z]?[a-z]+$/.test(token);
}

function behind(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
