import { earningFromText } from './earning.ts';
import { coversAll, findAddresses, type FoundLink } from './find-addresses.ts';
import { findTokens, type FoundToken } from './find-tokens.ts';
import type { LinkField } from '../catalog/imported-row.ts';
import type { LinkFacts, LinkPart } from './link-part.ts';
import { promisedDays } from './validity.ts';

/** `#小程序://name/code` or `#小程序://name/page title/code`. Source: developers.weixin.qq.com, 获取 Short Link. */
const miniProgramLink = /#小程序:\/\/[^/\s#]{1,30}\/(?:[^/\s#]{1,30}\/)?[0-9A-Za-z_-]{10,20}(?![0-9A-Za-z_-])/g;

interface Candidate extends FoundLink {
  title: string | null;
  certainty: 'sure' | 'maybe';
}

/**
 * Every link and 口令 in a text, in order, without overlaps; where forms overlap, the one that starts first and is
 * longest stays, so an official long 口令 is one part with its link inside. Runs in time linear in the text.
 */
export function classifyText(text: string): LinkPart[] {
  const addresses = findAddresses(text).map((link) => ({ ...link, title: null, certainty: 'sure' as const }));
  if (coversAll(addresses, text)) return addresses.map((link) => toPart(text, link));
  const candidates: Candidate[] = [
    ...findTokens(text).map((token) => ({ ...token, facts: tokenFacts(token) })),
    ...addresses,
    ...(text.includes('#小程序') ? Array.from(text.matchAll(miniProgramLink), miniProgram) : []),
  ];
  candidates.sort((a, b) => a.start - b.start || b.end - a.end);
  const parts: LinkPart[] = [];
  for (const candidate of candidates) {
    const last = parts.at(-1);
    if (!last || candidate.start >= last.end) parts.push(toPart(text, candidate));
  }
  return parts;
}

/**
 * The links of one file cell. A 口令 column's cell without any recognisable form is a free-text 口令, which no pattern
 * can know; other columns then yield nothing.
 */
export function classifyCell(cell: string, field: LinkField): LinkPart[] {
  const parts = classifyText(cell);
  const value = cell.trim();
  if (parts.length > 0 || value === '' || (field !== 'token' && field !== 'couponToken')) return parts;
  const start = cell.indexOf(value);
  const facts: LinkFacts = { ...emptyFacts, kind: 'tkl_custom_text', canonical: value };
  return [toPart(cell, { start, end: start + value.length, facts, title: null, certainty: 'maybe' })];
}

const emptyFacts = {
  itemId: null,
  pid: null,
  relationId: null,
  activityId: null,
  token: null,
  url: null,
  host: null,
  innerKind: null,
};

function tokenFacts(found: FoundToken): LinkFacts {
  const host = found.url === null ? null : new URL(found.url).hostname;
  const sign = found.kind === 'jd_kouling' ? '！' : '￥';
  const canonical =
    // A share text's 口令 changes at every share, its link does not carry it.
    found.kind === 'tkl_app_share' && found.url !== null
      ? found.url.replace(/^https?:\/\/[^/]+/i, `https://${host}`)
      : `${sign}${found.token}${sign}`;
  return { ...emptyFacts, kind: found.kind, token: found.token, url: found.url, host, canonical };
}

function miniProgram(match: RegExpExecArray): Candidate {
  const [value] = match;
  const facts: LinkFacts = { ...emptyFacts, kind: 'wx_miniprogram_short', canonical: value };
  return { start: match.index, end: match.index + value.length, facts, title: null, certainty: 'sure' };
}

function toPart(text: string, { start, end, facts, written, title, certainty }: Candidate): LinkPart {
  const { earns, reason } = earningFromText(facts);
  return {
    ...facts,
    value: written ?? text.slice(start, end),
    start,
    end,
    title,
    certainty: facts.isCut === true ? 'maybe' : certainty,
    earns,
    earnsReason: reason,
    validDays: promisedDays(facts.kind),
  };
}
