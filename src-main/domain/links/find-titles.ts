import type { FreeText, Span } from './free-text.ts';

export interface TitlePart {
  /** The product's name without shop prefix and 【包邮】-like suffix. `text.slice(start, end) === value`. */
  value: string;
  start: number;
  end: number;
}

/** What stands in 【】 without being a name: labels, shops, badges. */
const notTitle =
  /^(?:广告|包邮|(?:淘宝|天猫(?:超市|国际)?|京东|拼多多|抖音|闲鱼|手机淘宝|手淘)(?:APP)?|.{0,4}(?:价|券|券后|链接|口令|理由|下单|优惠|领取|活动|佣金).{0,4})$/i;
const boilerplate =
  /复制|復制|打开|点击|链接|下单|领券|口令|长按|浏览器|理由|http|优惠券|券后|[这本整]段|段话|行话|内容|描述|信息|[复復複椱][·\s]?[制製]/i;
/** Emoji, as many as there are, and the number of an entry. */
const marks = String.raw`[\p{Extended_Pictographic}\uFE0F\u200D\s]*(?:[\p{Extended_Pictographic}\uFE0F\u200D\u20E3\d.、)）]{1,16}\s*)?`;
const prefix = new RegExp(`^${marks}(?:【[^】]{1,6}】\\s*)?`, 'u');
/** One way to read each character: a row of forty emoji must not be tried in all its parts. */
const suffix = /(?:【[^】]{1,10}】|[\p{Extended_Pictographic}\uFE0F\u200D\s])*$/u;
const inBrackets = new RegExp(`^${marks}【([^】]{2,200})】`, 'u');
/** What leads over to a price or coupon: 牛奶 领｜50元券. */
const leadsOver = /(?:^|\s+)(?:再?领|叠加?|叠券|立减|直降|降到|低至|特价|限时|仅需|仅|只要|只需|才)+$/;
const letters = /\p{L}/gu;
/** Longer words are no name. */
const longest = 200;

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

/** What stands around the names, beside the text itself. */
export interface TitlePlaces {
  lines: readonly Span[];
  /** Has links and money taken already; the names found are taken too. */
  free: FreeText;
  /** Heads of chat messages: below one something new begins. */
  headers: readonly Span[];
  /** Links that carry no name themselves. */
  links: readonly Span[];
}

/** Where the last name stood; `none` since something new began. */
type Layout = 'none' | 'before-links' | 'behind-links';

/**
 * Product names: `【name】` lines, `「name」`, and the words directly in front of a price or link, on the same line or on
 * the line above. Where no name stands in front of the links, those behind a link or on the line below it, if they read
 * like a name.
 */
export function findTitles(text: string, { lines, free, headers, links }: TitlePlaces): TitlePart[] {
  const headStarts = new Set(headers.map(({ start }) => start));
  const headEnds = new Set(headers.map(({ end }) => end));
  const linkEnds = new Set(links.map(({ end }) => end));
  const found: TitlePart[] = [];
  let layout: Layout = 'none';
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const before = above && headEnds.has(above.end) ? undefined : above;
    if (line.end === line.start || headStarts.has(line.start)) layout = 'none';
    const isBelow = before !== undefined && linkEnds.has(endOfWords(text, before));
    const inFront = inFrontOfLinks(text, line, { before, next: lines[index + 1] }, free);
    const hasNameInFront: boolean = layout === 'before-links';
    const title = inFront ?? (hasNameInFront ? null : behind(text, line, { free, linkEnds, isBelow }));
    if (!title || !free.take(title)) continue;
    found.push({ ...title, value: text.slice(title.start, title.end) });
    layout = inFront === null || (isBelow && !hasNameInFront) ? 'behind-links' : 'before-links';
  }
  return found;
}

interface LinksAround {
  free: FreeText;
  linkEnds: ReadonlySet<number>;
  /** The line above ends with a link. */
  isBelow: boolean;
}

const behind = (text: string, line: Span, { free, linkEnds, isBelow }: LinksAround): Span | null =>
  besideLink(text, line, free, linkEnds) ?? (isBelow && free.isFree(line) ? nameIn(text, line, 5) : null);

function endOfWords(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** What people write about a product instead of its name. */
const chat =
  /[！!？?。~～…]|[我你您它这那也都]|不错|快[来去]|[冲速抢囤]|手慢|亲测|推荐|好[用吃看]|便宜|划算|看看|大家|姐妹|宝子|家人|可以|需要|喜欢|[了吧哦啊呢]$|入手|备注|评论|回复|关注|转发|分享[^装]|群|今[天晚]|明天|限时|限量|先到|拍[\d一二两三]|包邮|运费|顺丰|发货|现货|库存|下方|上方|如图/;

/** `link name` and `link name 券后…`: set off by a space or a bracket, so that glued prose (…点开领券) is none. */
function besideLink(text: string, line: Span, free: FreeText, linkEnds: ReadonlySet<number>): Span | null {
  for (const gap of free.gaps(line)) {
    const written = text.slice(gap.start, gap.end);
    if (linkEnds.has(gap.start)) return /^[\s|｜【]/.test(written) ? nameIn(text, gap, 4) : null;
    if (countLetters(written) > 1 && !boilerplate.test(written)) return null;
  }
  return null;
}

/** @param fewest letters that make a name */
function nameIn(text: string, { start, end }: Span, fewest: number): Span | null {
  if (end - start > longest) return null;
  const written = text.slice(start, end);
  const from = start + (/^[\s|｜]*/.exec(written)?.[0].length ?? 0);
  const inside = { start: from, end: start + written.replace(/[\s|｜]+$/, '').length };
  const bracket = inBrackets.exec(text.slice(inside.start, inside.end));
  const bracketed = bracket && {
    start: from + bracket[0].length - 1 - (bracket[1]?.length ?? 0),
    end: from + bracket[0].length - 1,
  };
  const reads = (span: Span | null): span is Span =>
    span !== null && readsAsName(text.slice(span.start, span.end), fewest);
  return [bracketed, trimTitle(text, inside)].find(reads) ?? null;
}

const readsAsName = (name: string, fewest: number): boolean =>
  countLetters(name) >= fewest && !boilerplate.test(name) && !notTitle.test(name) && !chat.test(name);

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

interface Neighbours {
  before: Span | undefined;
  next: Span | undefined;
}

const inFrontOfLinks = (text: string, line: Span, around: Neighbours, free: FreeText): Span | null =>
  quoted(text, line, free) ?? headline(text, line, around, free);

/** The words at the start of a line that sells something, or of the line above one. */
function headline(text: string, line: Span, { before, next }: Neighbours, free: FreeText): Span | null {
  const head = free.gaps(line)[0];
  if (!head || head.start !== line.start || head.end - head.start > longest) return null;
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
  const words = text.slice(from, to).replace(/[\s:：,，;；【[→]+$/, '');
  const trimmed = withoutInstructions(words).replace(leadsOver, '');
  return trimmed === '' ? null : { start: from, end: from + trimmed.length };
}

/** 洗衣液 领券下单: the last words say what to do. */
function withoutInstructions(name: string): string {
  const last = /\s+\S+$/.exec(name);
  return last && boilerplate.test(last[0]) ? withoutInstructions(name.slice(0, last.index)) : name;
}

const countLetters = (name: string): number => name.match(letters)?.length ?? 0;
