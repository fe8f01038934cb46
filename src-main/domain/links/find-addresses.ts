import { addressEnd } from './cut-address.ts';
import { recogniseAddress } from './recognise-address.ts';
import { recogniseScheme } from './recognise-scheme.ts';
import { canBeCut, wholeAddress } from './whole-address.ts';
import type { LinkFacts } from './link-part.ts';

export interface FoundLink {
  start: number;
  end: number;
  facts: LinkFacts;
  /** Without the line breaks that stand in it; absent when there are none. */
  written?: string;
}

/**
 * Addresses people paste without the protocol; only where the path shows that a link is meant. The character before
 * must not belong to a longer host, path or mail address.
 */
const bareAddress =
  /(?<![0-9A-Za-z_.~%@/:?#=&+-])(?:[me]\.tb\.cn\/h\.|s\.click\.taobao\.com\/|uland\.taobao\.com\/|(?:item|a\.m|h5\.m|main\.m|world|detail\.ju)\.taobao\.com\/\w|a\.m\.tmall\.com\/i|detail(?:\.m)?\.tmall\.(?:com|hk)\/\w|u\.jd\.com\/|union-click\.jd\.com\/jdc\?|item(?:\.m)?\.jd\.com\/|3\.cn\/|p\.pinduoduo\.com\/|mobile\.(?:yangkeduo|pinduoduo)\.com\/|v\.douyin\.com\/|haohuo\.jinritemai\.com\/|v\.kuaishou\.com\/|xhslink\.com\/|dpurl\.cn\/|(?:ur|qr)\.alipay\.com\/|(?:wxaurl|wxmpurl)\.cn\/|mp\.weixin\.qq\.com\/s[/?]|weixin\.qq\.com\/sph\/|(?:channels|work)\.weixin\.qq\.com\/)/gi;

/** `/^[a-z][a-z0-9+.-]*:$/` read backwards from `//`; 30 characters is longer than any scheme in use. */
const maxScheme = 30;

/** Every address and app-scheme link, in order, without overlaps. */
export function findAddresses(text: string): FoundLink[] {
  const found = findWithSlashes(text);
  return coversAll(found, text) || !text.includes('/') ? found : mergeInOrder(found, findBare(text));
}

/** Most cells of a file are exactly one address; then there is nothing else to look for. */
export const coversAll = (found: readonly FoundLink[], text: string): boolean =>
  found.length === 1 && found[0]?.start === 0 && found[0].end === text.length;

function findWithSlashes(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  let from = 0;
  for (let slashes = text.indexOf('//', from); slashes >= 0; slashes = text.indexOf('//', from)) {
    const start = schemeStart(text, slashes, from);
    if (start === null) {
      from = slashes + 2;
      continue;
    }
    const end = addressEnd(text, start, slashes + 2);
    const read = (written: string): LinkFacts | null => recognise(written, start === slashes);
    const link = end > slashes + 2 ? wholeLink(text, start, end, read) : null;
    if (link) found.push(link);
    from = Math.max(link?.end ?? end, slashes + 2);
  }
  return found;
}

function recognise(written: string, protocolRelative: boolean): LinkFacts | null {
  if (!protocolRelative && !/^https?:/i.test(written)) return recogniseScheme(written);
  const facts = recogniseAddress(written);
  // `// comment`, `a//b` and the like: without a protocol only a known link is a link.
  return protocolRelative && facts?.kind === 'web_link' ? null : facts;
}

/** Start of the scheme before `slashes`, `slashes` itself for `//host…`, null for `//` inside other text. */
function schemeStart(text: string, slashes: number, from: number): number | null {
  if (slashes - 6 >= from && text.startsWith('https:', slashes - 6)) return slashes - 6;
  if (slashes - 5 >= from && text.startsWith('http:', slashes - 5)) return slashes - 5;
  if (text.charAt(slashes - 1) !== ':' || slashes - 1 < from) {
    return /[0-9A-Za-z/._-]/.test(text.charAt(slashes - 1)) ? null : slashes;
  }
  let start = slashes - 1;
  while (start > from && slashes - start <= maxScheme && /[0-9A-Za-z+.-]/.test(text.charAt(start - 1))) start -= 1;
  const scheme = text.slice(start, slashes - 1);
  // Words glued to the left (`CZ3457https://…`) are not part of the scheme.
  const web = /https?$/i.exec(scheme);
  if (web) return start + web.index;
  const letters = /[a-z][0-9a-z+.-]*$/i.exec(scheme);
  return letters ? start + letters.index : null;
}

function findBare(text: string): FoundLink[] {
  const found: FoundLink[] = [];
  bareAddress.lastIndex = 0;
  for (let match = bareAddress.exec(text); match; match = bareAddress.exec(text)) {
    const end = addressEnd(text, match.index, match.index);
    const link = wholeLink(text, match.index, end, (written) => {
      const facts = recogniseAddress(`https://${written}`);
      return facts?.kind === 'web_link' ? null : facts;
    });
    if (link) found.push(link);
    bareAddress.lastIndex = Math.max(link?.end ?? end, match.index + 1);
  }
  return found;
}

/** The link from `start` to `end`, or over several lines; what the missing rest of one may change is not claimed. */
function wholeLink(
  text: string,
  start: number,
  end: number,
  read: (written: string) => LinkFacts | null,
): FoundLink | null {
  const first = read(text.slice(start, end));
  if (first === null) return null;
  const whole = wholeAddress(text, start, end);
  const facts = whole.end === end ? first : read(whole.written);
  if (facts === null) return { start, end, facts: first };
  const joined = whole.end === end ? {} : { written: whole.written };
  if (whole.cutEnd === null || !canBeCut(facts.innerKind ?? facts.kind)) {
    return { start, end: whole.end, facts, ...joined };
  }
  const atEnd = (value: string | null): boolean => value !== null && whole.written.endsWith(value);
  const cut: LinkFacts = {
    ...facts,
    isCut: true,
    itemId: atEnd(facts.itemId) ? null : facts.itemId,
    pid: atEnd(facts.pid) ? null : facts.pid,
    relationId: atEnd(facts.relationId) ? null : facts.relationId,
    canonical: `${facts.canonical}…`,
  };
  return { start, end: whole.cutEnd, facts: cut, ...joined };
}

/** Both lists are in order and free of overlaps; where they overlap, the one that starts first stays. */
function mergeInOrder(...lists: FoundLink[][]): FoundLink[] {
  const all = lists.flat().sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: FoundLink[] = [];
  for (const link of all) {
    const last = kept.at(-1);
    if (!last || link.start >= last.end) kept.push(link);
  }
  return kept;
}
