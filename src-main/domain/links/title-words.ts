import { entryNumber } from './entry-number.ts';
import type { Span } from './free-text.ts';

/** What stands in 【】 without being a name: labels, shops, badges. */
const notTitle =
  /^(?:广告|包邮|(?:淘宝|天猫|京东|拼多多|抖音|闲鱼|手机淘宝|手淘)(?:APP|超市|国际|商城|自营|秒杀|特价版|极速版)?|买.{1,2}[送得减].{0,2}|第.件.{0,4}|拍.{0,2}件.{0,4}|限时.{0,4}|今日.{0,4}|直降.{0,4}|.{0,2}(?:秒杀|补贴|特价|好价|史低)|爆款|新品|返场|预售|现货|独家|.{0,4}(?:价|券|券后|链接|口令|理由|下单|优惠|领取|活动|佣金|返利|返现|预计).{0,4})$/i;
const boilerplate =
  /复制|復制|打开|点击|链接|下单|领券|口令|长按|浏览器|理由|http|优惠券|券后|[这本整]段|段话|行话|内容|描述|信息|[复復複椱][·\s]?[制製]/i;
/** Emoji, as many as there are, and the number of an entry; digits that are part of the name (3M口罩) are none. */
const emoji = String.raw`[\p{Extended_Pictographic}\uFE0F\u200D\s]*`;
const marks = `${emoji}(?:(?:${entryNumber}|[\\d.]+(?=\\s))${emoji})?`;
const prefix = new RegExp(
  `^${marks}(?:(?:【[^】]{1,6}】|\\[[^\\]]{1,6}\\])\\s*)?(?:(?:商品|产品|宝贝)?(?:名称|标题|名)[:：]\\s*|(?:商品|产品|宝贝|品名)[:：]\\s*)?`,
  'u',
);
/** One way to read each character: a row of forty emoji must not be tried in all its parts. */
const suffix = /(?:【[^】]{1,10}】|[\p{Extended_Pictographic}\uFE0F\u200D\s])*$/u;
const inBrackets = new RegExp(`^${marks}【([^】]{2,200})】`, 'u');
/** What to do or when, where a name could stand. */
const noName =
  /^(?:拍\s?[\d一二两三四五]|今[天晚日]|明[天晚日]|限时|返利|买.{1,2}[送得减]|第.件|从\d|(?:店铺|店名|品牌|预计|佣金|返利|规格|颜色|型号|月销|销量|类目|平台|备注)[^:：]{0,6}[:：]|(?:省|便宜|少花|贵|送|返|定金|尾款|运费|邮费|红包|优惠|相当于|折合|均价|满)了?[一二两三四五六七八九十百千\d.]+[元块]|(?:每.|单价|均价|折合|相当于|省了?|便宜|少花|贵了?|平时卖?)$)/;
/** What leads over to a price or coupon: 牛奶 领｜50元券. A run of blanks is looked at once, from its start. */
const leadsOver = /(?:^|(?<!\s)\s+)(?:再?领|叠加?|叠券|立减|直降|降到|低至|特价|限时|仅需|仅|只要|只需|才)+$/;
const letters = /\p{L}/gu;
/** Longer words are no name. */
export const longest = 200;

/** What people write about a product instead of its name. */
const chat =
  /[！!？?。~～…]|[我你您它这那也都]|不错|快[来去]|[冲速抢囤]|手慢|亲测|推荐|好[用吃看]|便宜|划算|看看|大家|姐妹|宝子|家人|可以|需要|喜欢|[了吧哦啊呢]$|入手|备注|评论|回复|关注|转发|分享[^装]|群|今[天晚]|明天|限时|限量|先到|买.{1,2}[送得减]|第.件|拍[\d一二两三]|包邮|运费|顺丰|发货|现货|库存|规格|颜色|尺码|备选|下方|上方|如图/;

/** Whether words in front of a link or price are a name. @param fewest letters that make one */
export const isHeadline = (name: string, fewest: number): boolean => isName(name, fewest) && !noName.test(name);

/** Whether words that stand anywhere are a name: Chinese, and not talk about one. */
const readsAsName = (name: string, fewest: number): boolean =>
  isName(name, fewest) && /\p{Script=Han}/u.test(name) && !chat.test(name);

const isName = (name: string, fewest: number): boolean =>
  countLetters(name) >= fewest && !boilerplate.test(name) && !notTitle.test(name);

/** 只要, 特价: words that only lead over to a price. */
export const isLeadIn = (words: string): boolean => words.trim().replace(leadsOver, '') === '';

export const isInstruction = (words: string): boolean => boilerplate.test(words);

/** `【name】` or `「name」` in a line. */
export function quotedName(written: string): Span | null {
  for (const pattern of [/「([^」]{2,200})」/, inBrackets]) {
    const match = pattern.exec(written);
    const name = match?.[1];
    if (!match || name === undefined || notTitle.test(name.trim()) || countLetters(name) < 2) continue;
    const start = match.index + match[0].indexOf(name);
    return { start, end: start + name.length };
  }
  return null;
}

/** `(name)` without its parentheses. */
function unwrapped(text: string, { start, end }: Span): Span {
  const isWrapped = /^[（(][^（()）]*[)）]$/.test(text.slice(start, end));
  return isWrapped ? { start: start + 1, end: end - 1 } : { start, end };
}

/** The name that words consist of, in brackets or not. @param fewest letters that make one */
export function nameIn(text: string, { start, end }: Span, fewest: number): Span | null {
  if (end - start > longest) return null;
  const written = text.slice(start, end);
  const from = start + (/^[\s|｜】）)！!]*/.exec(written)?.[0].length ?? 0);
  const inside = unwrapped(text, { start: from, end: start + written.replace(/[\s|｜]+$/, '').length });
  const bracket = inBrackets.exec(text.slice(inside.start, inside.end));
  const bracketed = bracket && {
    start: inside.start + bracket[0].length - 1 - (bracket[1]?.length ?? 0),
    end: inside.start + bracket[0].length - 1,
  };
  const reads = (span: Span | null): span is Span =>
    span !== null && readsAsName(text.slice(span.start, span.end), fewest);
  return [bracketed, trimTitle(text, inside)].find(reads) ?? null;
}

/** Without marks and shop in front, badges and instructions behind. */
export function trimTitle(text: string, { start, end }: Span): Span | null {
  const written = text.slice(start, end);
  const from = start + (prefix.exec(written)?.[0].length ?? 0);
  const body = text.slice(from, end);
  const to = from + body.length - (suffix.exec(body)?.[0].length ?? 0);
  const words = text.slice(from, to).replace(/[\s:：,，;；【[（(→]+$/, '');
  const trimmed = withoutInstructions(words).replace(leadsOver, '');
  return trimmed === '' ? null : { start: from, end: from + trimmed.length };
}

/** 洗衣液 领券下单: the last words say what to do. */
function withoutInstructions(name: string): string {
  const last = /\s+\S+$/.exec(name);
  return last && boilerplate.test(last[0]) ? withoutInstructions(name.slice(0, last.index)) : name;
}

export const countLetters = (name: string): number => name.match(letters)?.length ?? 0;
