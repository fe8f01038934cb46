import { addressEnd } from './cut-address.ts';
import type { LinkKind } from './link-kinds.ts';

/** An address as it was meant, where a line break or an ellipsis stands in it. */
export interface WholeAddress {
  end: number;
  /** Without the line breaks. */
  written: string;
  /** Where what may stand for a missing rest ends: a mark, or a next line that may belong to it; else null. */
  cutEnd: number | null;
}

/** As many lines as the longest affiliate link takes on a phone. */
const mostLines = 40;

/** An ellipsis, a character nobody sees, or a space behind a parameter's sign; the last two with more behind them. */
const mark = /…|⋯|\.{3,}|[\u200b-\u200d\u2060\ufeff](?=[\w%&=])|(?<=[&=_]) (?=(?!https?:)[\w%])/iy;
/** A line that holds nothing but characters of addresses. */
const nextLine = /[ \t]*\r?\n([!#-&(-;=?-\]_a-z~]{2,2000})[ \t]*(?=[\r\n]|$)/y;

/**
 * Mails and forms break long addresses over several lines. They are joined where the pieces show it: a parameter begins
 * or goes on behind the break. A next line that could be the rest, but also a word, makes the address one that may be cut.
 */
export function wholeAddress(text: string, start: number, end: number): WholeAddress {
  const whole: WholeAddress = { end, written: text.slice(start, end), cutEnd: null };
  if (end === text.length) return whole;
  for (let line = 1; line < mostLines && whole.written.includes('?'); line += 1) {
    const next = at(nextLine, text, whole.end);
    const piece = next?.[1];
    if (piece === undefined || isAddress(piece)) break;
    if (!goesOn(whole.written, piece)) return mayGoOn(whole.written, piece) ? { ...whole, cutEnd: whole.end } : whole;
    const joined = whole.written + piece;
    const trimmed = addressEnd(joined, 0, joined.indexOf('/') + 2);
    if (trimmed <= whole.written.length) break;
    whole.end += (next?.[0] ?? '').trimEnd().length - (joined.length - trimmed);
    whole.written = joined.slice(0, trimmed);
    if (trimmed < joined.length) break;
  }
  const found = at(mark, text, whole.end);
  return found ? { ...whole, cutEnd: whole.end + found[0].length } : whole;
}

const isAddress = (piece: string): boolean => /^(?:[a-z][\w+.-]*:)?\/\/|^[\w-]+(?:\.[\w-]+)+\//i.test(piece);

/** Pairs of what stands before the break and what behind it, of which no word can be the second. */
const joints: readonly (readonly [head: RegExp, piece: RegExp])[] = [
  [/./, /^[\w%.~+*=-]*&[\w.]{1,40}=/],
  [/./, /^[\w%&=.~+*-]*%[0-9a-f]{2}[\w%&=.~+*-]*$/i],
  [/(?:[&=_]|%[0-9a-f]?)$/i, /^[\w%][\w%&=.~+*-]*$/],
  [/[?&][\w.]*$/, /^[\w.]*=[\w%][\w%&=.~+*-]*$/],
  [/mm_[\d_]*$/, /^\d*_[\d_]+(?:&|$)/],
];

const goesOn = (head: string, piece: string): boolean =>
  joints.some(([before, behind]) => before.test(head) && behind.test(piece.replace(/[.,;:!?]+$/, '')));

/** The width of the narrowest lines that mails break at, less a word. */
const brokenWidth = 60;

/** A line without a space behind a long one, or digits behind those of a pid; a price or the number of an entry not. */
function mayGoOn(head: string, piece: string): boolean {
  if (/mm_\d+_\d+_\d+$/.test(head) && /^\d{4,12}$/.test(piece)) return true;
  return head.length >= brokenWidth && /^[\w%+~.*-]+$/.test(piece) && /[a-z_%]|^\d{6}/i.test(piece);
}

/** Kinds that carry whose they are in parameters, and lose it when they are cut. */
const losesPromoter: ReadonlySet<string> = new Set<LinkKind>([
  'tbk_click_long',
  'tbk_uland_edetail',
  'tbk_uland_other',
  'tbk_ai_temai',
  'tb_act_page',
  'pdd_item',
  'jd_union_click',
]);

export const canBeCut = (kind: string): boolean => losesPromoter.has(kind);

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
