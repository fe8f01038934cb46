import { type ChatHeader, chatHeaders } from './chat-headers.ts';
import { classifyText } from './classify.ts';
import { entryNumber } from './entry-number.ts';
import { type CouponPart, findMoney, type PricePart } from './find-prices.ts';
import { findTitles, lineSpans, type TitlePart } from './find-titles.ts';
import { FreeText, type Span } from './free-text.ts';
import { groupProducts, type Piece, type ProductDraft } from './group-products.ts';
import type { LinkPart } from './link-part.ts';
import { listEntries, type ListEntry, stretchesWith } from './list-entries.ts';

export interface WordsPart extends Span {
  value: string;
}

/** A pasted text taken apart. All offsets are UTF-16 units of the text; no two parts overlap. */
export interface TakenApart {
  products: ProductDraft[];
  links: LinkPart[];
  prices: PricePart[];
  coupons: CouponPart[];
  titles: TitlePart[];
  /** What is left, line by line, without the labels of links. */
  words: WordsPart[];
  /** Where messages of a chat begin, with when they were sent. */
  messages: ChatHeader[];
}

const ruledLine = /^[\s\-—–_=*·~.。]*$/;
/** 1、 2️⃣ (3) and other marks in front of or around the entries of a list. */
const enumerator = new RegExp(
  String.raw`^(?:${entryNumber}|[\s\d.、,，)）(（:：【】「」-]|\uFE0F|\u20E3|\p{Extended_Pictographic}){1,12}$`,
  'u',
);
const linkLabel =
  /[【[(（]?(?:下单|购买|抢购|领券|领劵|优惠券|推广|商品|淘口令|口令|链接|地址|戳|购)(?:下单|购买)?(?:链接|地址|口令)?[】\])）]?\s*[:：]?\s*$/;

/** Splits any pasted post, chat export or link list into products, links, prices, coupons, names and words. */
export function takeApart(text: string): TakenApart {
  const links = classifyText(text);
  const lines = lineSpans(text);
  const free = new FreeText(text.length, links);
  const headers = chatHeaders(text, lines);
  for (const header of headers) free.take(header);
  const { prices, coupons } = findMoney(text, free);
  const entries = listEntries(text, lines, free, links);
  const found = findTitles(text, { lines, free, headers, links: links.filter(({ title }) => title === null) });
  const titles = withEntryNames(text, found, entries, free);
  const words = lines.flatMap((line) => leftWords(text, line, free));
  const pieces = {
    ordered: inOrder([
      // First, for a name opens what stands at the same place.
      ...titles.map((part, index) => ({ type: 'title' as const, at: part.opens, index, part })),
      ...links.map((part, index) => ({ type: 'link' as const, at: part.start, index, part })),
      ...prices.map((part, index) => ({ type: 'price' as const, at: part.start, index, part })),
      ...coupons.map((part, index) => ({ type: 'coupon' as const, at: part.start, index, part })),
    ]),
    breaks: lines.filter((line) => isBreak(text, line)).map((line) => line.start),
    // In front of the line, for a name may open there.
    starts: [...headers.map(({ start }) => start), ...entries.map(({ start }) => start - 1)].sort((a, b) => a - b),
  };
  return { products: groupProducts(pieces), links, prices, coupons, titles, words, messages: headers };
}

/** The words behind a number are the name of an entry in which no other name was found. */
function withEntryNames(text: string, found: TitlePart[], entries: readonly ListEntry[], free: FreeText): TitlePart[] {
  const isNamed = stretchesWith(entries, found);
  const names = entries
    .filter(({ name }, index) => isNamed[index] === false && free.take(name))
    .map(({ start, name }) => ({ ...name, value: text.slice(name.start, name.end), opens: start }));
  return [...found, ...names].sort((a, b) => a.start - b.start);
}

const inOrder = (pieces: Piece[]): Piece[] => pieces.sort((a, b) => a.at - b.at);

const isBreak = (text: string, line: Span): boolean =>
  line.end === line.start || (line.end - line.start < 80 && ruledLine.test(text.slice(line.start, line.end)));

function leftWords(text: string, line: Span, free: FreeText): WordsPart[] {
  const words: WordsPart[] = [];
  for (const gap of free.gaps(line)) {
    const written = text.slice(gap.start, gap.end);
    const label = gap.end < line.end ? linkLabel.exec(written.slice(-20)) : null;
    const kept = label ? written.slice(0, written.length - label[0].length) : written;
    const value = kept.trim();
    // A lone 【 or 】 left over from a label is no word.
    if (!/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(value) || enumerator.test(value)) continue;
    const start = gap.start + kept.indexOf(value);
    words.push({ value, start, end: start + value.length });
  }
  return words;
}
