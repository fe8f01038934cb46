import type { FreeText, Span } from './free-text.ts';

export interface TitlePart {
  /** The product's name without shop prefix and 【包邮】-like suffix. `text.slice(start, end) === value`. */
  value: string;
  start: number;
  end: number;
}

/** What stands in 【】 without being a name: labels, shops, badges. */
const notTitle =
  /^(?:广告|包邮|淘宝|天猫(?:超市|国际)?|京东|拼多多|抖音|闲鱼|手机淘宝|手淘(?:APP)?|.{0,4}(?:价|券|券后|链接|口令|理由|下单|优惠|领取|活动|佣金).{0,4})$/i;
const boilerplate = /复制|復制|打开|点击|链接|下单|领券|口令|长按|浏览器|理由|http|优惠券|券后/i;
/** Emoji, as many as there are, and the number of an entry. */
const marks = String.raw`[\p{Extended_Pictographic}\uFE0F\u200D\s]*(?:[\p{Extended_Pictographic}\uFE0F\u200D\u20E3\d.、)）]{1,16}\s*)?`;
const prefix = new RegExp(`^${marks}(?:【[^】]{1,6}】\\s*)?`, 'u');
/** One way to read each character: a row of forty emoji must not be tried in all its parts. */
const suffix = /(?:【[^】]{1,10}】|[\p{Extended_Pictographic}\uFE0F\u200D\s])*$/u;
const inBrackets = new RegExp(`^${marks}【([^】]{2,200})】`, 'u');
/** What leads over to a price or coupon: 牛奶 领｜50元券. */
const leadsOver = /(?:^|\s+)(?:再?领|叠加?|叠券|立减|直降|降到|低至|特价|限时|仅需|仅|只要|只需|才)+$/;
const letters = /\p{L}/gu;

/** Lines of the text as ranges without their line break. */
export function lineSpans(text: string): Span[] {
  const lines: Span[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  let start = 0;
  for (const match of text.matchAll(breaks)) {
    lines.push({ start, end: match.index });
    start = match.index + match[0].length;
  }
  lines.push({ start, end: text.length });
  return lines;
}

/**
 * Product names: `【name】` lines, `「name」`, and the words directly in front of a price or link, on the same line or on
 * the line above. `free` has links and money taken already; the names found are taken too.
 * @param headers heads of chat messages: below one something new begins
 */
export function findTitles(
  text: string,
  lines: readonly Span[],
  free: FreeText,
  headers: readonly Span[] = [],
): TitlePart[] {
  const heads = new Set(headers.map(({ end }) => end));
  const found: TitlePart[] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const before = above && heads.has(above.end) ? undefined : above;
    const title = quoted(text, line, free) ?? headline(text, line, { before, next: lines[index + 1] }, free);
    if (title && free.take(title)) found.push({ ...title, value: text.slice(title.start, title.end) });
  }
  return found;
}

function quoted(text: string, line: Span, free: FreeText): Span | null {
  const written = text.slice(line.start, line.end);
  for (const pattern of [/「([^」]{2,200})」/, inBrackets]) {
    const match = pattern.exec(written);
    const name = match?.[1];
    if (!match || name === undefined || notTitle.test(name.trim())) continue;
    const start = line.start + match.index + match[0].indexOf(name);
    const span = { start, end: start + name.length };
    if (countLetters(name) >= 2 && free.isFree(span)) return span;
  }
  return null;
}

/** The words at the start of a line that sells something, or of the line above one. */
function headline(
  text: string,
  line: Span,
  { before, next }: { before: Span | undefined; next: Span | undefined },
  free: FreeText,
): Span | null {
  const head = free.gaps(line)[0];
  if (!head || head.start !== line.start || head.end - head.start > 200) return null;
  const sells = head.end < line.end || (next !== undefined && next.end > next.start && !free.isFree(next));
  const span = sells ? trimTitle(text, head) : null;
  if (!span) return null;
  const name = text.slice(span.start, span.end);
  // Few letters are a name only where something new begins.
  const fewest = before === undefined || before.end === before.start ? 2 : 4;
  return countLetters(name) >= fewest && !boilerplate.test(name) && !notTitle.test(name) ? span : null;
}

function trimTitle(text: string, { start, end }: Span): Span | null {
  const written = text.slice(start, end);
  const from = start + (prefix.exec(written)?.[0].length ?? 0);
  const body = text.slice(from, end);
  const to = from + body.length - (suffix.exec(body)?.[0].length ?? 0);
  const trimmed = text
    .slice(from, to)
    .replace(/[\s:：,，;；【[→]+$/, '')
    .replace(leadsOver, '');
  return trimmed === '' ? null : { start: from, end: from + trimmed.length };
}

const countLetters = (name: string): number => name.match(letters)?.length ?? 0;
