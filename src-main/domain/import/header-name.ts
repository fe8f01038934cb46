import { foldTraditional } from './cells/traditional.ts';
import type { MoneyUnit, RateUnit } from './target-fields.ts';

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{Cc}]/gu;
const validity = /\([^()]*有效[^()]*\)/g;
const unitOrHint =
  /[([](?:单位:?)?(?:元|分|¥|￥|rmb|cny|人民币|%|百分比|百分点|小数|万分比|件|张|个|笔|单|必填|选填|可选)[)\]]|[/:](?:元|分|%)$|%$/g;
const separators = /[\s_\-·:*"'`]/g;

/** No header is longer; a cell of another kind need not be searched to its end. */
const longestHeader = 200;

/**
 * The form in which headers are compared: NFKC, lower case, simplified characters, without white space and separators, without `(…有效)` and
 * without a unit. `佣金率（%）` and `佣金率(%)` meet as `佣金率`; `Item_ID` and `itemid` meet as `itemid`.
 */
export function normalizeHeader(header: string): string {
  return foldTraditional(header.slice(0, longestHeader).normalize('NFKC').toLowerCase())
    .replace(invisible, '')
    .replace(/\s/g, '')
    .replace(validity, '')
    .replace(unitOrHint, '')
    .replace(separators, '');
}

/** What a form says about filling a column in: `(必填)`, `(如15.5)`, `(30字以内)`, `(元/件)`. */
const hint = /[([][^()[\]]{0,60}(?:必填|选填|可选|可空|不填|如|例|格式|字以?内|请|勿|不要|元\/)[^()[\]]{0,60}[)\]]/g;

/**
 * A normalised header without hints on how to fill it in. Other words in brackets may say which of several columns it is
 * (`优惠券(剩余)`) and stay. Signatures keep the hints: mappings are remembered by them.
 */
export function withoutHints(name: string): string {
  return name.includes('(') || name.includes('[') ? name.replace(hint, '') : name;
}

/** The unit a header names itself, e.g. `(单位：元)`, `(分)`, `(%)`, `(小数)`. */
export function unitInHeader(header: string): { money?: MoneyUnit; rate?: RateUnit } {
  const text = header.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  if (/[([/:](?:单位:?)?分(?:[)\]]|$)/.test(text)) return { money: 'fen' };
  if (/[([/:](?:单位:?)?小数(?:[)\]]|$)/.test(text)) return { rate: 'fraction' };
  if (/[([/:](?:单位:?)?万分比(?:[)\]]|$)/.test(text)) return { rate: 'hundredths' };
  if (/%/.test(text) || text.includes('百分比') || text.includes('百分点')) return { rate: 'percent' };
  if (/[([/:](?:单位:?)?(?:元|¥|rmb|cny|人民币)/.test(text)) return { money: 'yuan' };
  return {};
}

/**
 * What a table is remembered by: its headers, normalised, in order. Kept in full, so two tables never share a mapping
 * by accident.
 */
export function headerSignature(headers: readonly string[]): string {
  return headers.map(normalizeHeader).join('\u001f');
}
