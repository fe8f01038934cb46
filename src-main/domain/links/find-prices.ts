import type { FreeText, Span } from './free-text.ts';
import { amountFen, foldMoneyText, moneyAmount } from './money-amount.ts';
import { spokenAmounts, spokenFen } from './spoken-amount.ts';

/**
 * `list`: 原价 and the like; `sale`: what the shop asks now; `final`: after the coupon; `plain`: an amount nobody
 * labelled.
 */
export type PriceRole = 'list' | 'sale' | 'final' | 'plain';

export interface PricePart {
  role: PriceRole;
  /** 分 */
  fen: number;
  /** Label and amount as written. */
  value: string;
  start: number;
  end: number;
}

export interface CouponPart {
  /** 分 */
  faceFen: number;
  /** 满…, 分; 0 = no threshold; null = not said. */
  thresholdFen: number | null;
  value: string;
  start: number;
  end: number;
}

const roles: Readonly<Record<Exclude<PriceRole, 'plain'>, string>> = {
  final: '券后价|券后|到手价|到手|拍下价|拍下|折后价|实付价|实付|活动价|秒杀价|拼团价|付款价|领券价',
  list: '原售价|原价|日常价|市场价|吊牌价|划线价|专柜价',
  sale: '在售价|在售|现售价|京东价|天猫价|淘宝价|优惠价|特价(?!版)|促销价|会员价|现价|售价|价格',
};
const blank = String.raw`[^\S\n\r]`;
const gap = String.raw`(?:[】\]：:\t \u3000=→\uFE0F]|\p{Extended_Pictographic}){0,4}(?:仅需|只需|只要|低至|[仅约才为是])?${blank}{0,2}[【[（(“「]?[¥￥]?${blank}{0,2}`;
const unit = `(?:${blank}?(?:元|块|rmb))?`;

/** 到手2瓶, 拍下3件: how many; 拍下48小时内: how long, 活动价11月11日: when; 59美元: not how much in yuan. */
const notCounted = `(?!${blank}?(?:[件份个瓶盒袋双条斤支罐片套提箱桶杯只本对把台张粒颗枚卷抽款种多余]|包(?!邮)|[kK]?[gG]|m[lL]|[%折倍天时点号月日年人位期]|秒(?![杀拍抢])|小时|分钟|[美港欧]|英镑|韩元))`;
/** 39-59元 is no price. */
const notRange = '(?!(?:元|块)?[-~～—–至][¥￥]?\\d)';
const amount = `${moneyAmount}${notRange}`;

/** Order decides: 券后价 contains 价, 原售价 contains 售价. */
const labelled = (['final', 'list', 'sale'] as const).map((role) => ({
  role,
  pattern: new RegExp(
    `[【[]?(?:${roles[role]})${gap}(?:${amount}${notCounted}${unit}|${spokenAmounts.labelled})`,
    'giu',
  ),
}));
/** 立减5元, 省了5元, 佣金3元, 定金50元, 折合5元, 满3件减5元: amounts that are no price. */
const otherwise = `(?<!(?:减|降|省|返|返现|返利|返佣|赚|补|补贴|券|优惠|抵|抵扣|红包|佣金|奖励|津贴|定金|押金|尾款|运费|邮费|满|满足|充|退|赔|便宜|少花?|贵|差|亏|多花|单价|均价|平均|折合|相当于)了?${blank}?】?[:：]?${blank}?[¥￥]?${blank}?)`;
/** 9.9包邮; a whole number only where no name stands before it (抽纸24包邮 is paper). */
const carriageFree = `(?<![\\d.])(\\d{1,5}\\.\\d{1,2}|(?<=^|[\\s】！!，,]|\\p{Extended_Pictographic})\\d{1,5})(?=${blank}?包邮)`;
/**
 * 螺蛳粉 19.9 with the link behind it or on the next line, or alone on a line: what stands between a name and its link;
 * 评分 4.8, 版本 1.2 and 蓝牙 5.3 are no money.
 */
const unmarked = `(?=\\d)(?:(?<=\\p{L}${blank}+)(?<!(?:[分版本]|vip|蓝牙|usb|hdmi|wi-?fi|安卓|android|ios)${blank}+)(\\d{1,5}\\.\\d{1,2})(?=(?:${blank}+|${blank}*\\r?\\n${blank}*)https?://)|(?<=^${blank}*)(\\d{1,5}\\.\\d{1,2})(?=${blank}*$))`;
const plain = new RegExp(
  `${otherwise}(?:(?:[¥￥]|💰\\uFE0F?)${blank}?${amount}${unit}|${carriageFree}|${unmarked}|(?<![\\d.件第¥￥]|\\d,|\\d(?:元|块)?[-~～—–至])${amount}${blank}?元(?![券减0-9])|${spokenAmounts.free})`,
  'gimu',
);

/** 满3件减5元 counts pieces, not money: it is left to the words. */
const coupons: readonly { pattern: RegExp; face: number; threshold: number | 'none' | 'unsaid' }[] = [
  {
    pattern: new RegExp(
      `满\\s?${moneyAmount}\\s?元?\\s?(?:立减|减|-)\\s?${moneyAmount}${unit}(?:优惠)?(?:券(?!后))?`,
      'gu',
    ),
    face: 2,
    threshold: 1,
  },
  { pattern: new RegExp(`无(?:条件|门槛)\\s?${moneyAmount}\\s?元?(?:优惠)?券?`, 'gu'), face: 1, threshold: 'none' },
  {
    pattern: new RegExp(`(?<![\\d.])${moneyAmount}\\s?元?无(?:条件|门槛)(?:优惠)?券`, 'gu'),
    face: 1,
    threshold: 'none',
  },
  {
    pattern: new RegExp(`(?<![\\d.])${moneyAmount}\\s?元(?:独家|大额|店铺)?(?:优惠)?券(?!后)`, 'gu'),
    face: 1,
    threshold: 'unsaid',
  },
  {
    pattern: new RegExp(`[【[]?(?:优惠券|券面额|券额|领券)${gap}${moneyAmount}${notCounted}${unit}`, 'gu'),
    face: 1,
    threshold: 'unsaid',
  },
  // 券30元, 券：30; 用券30元 is what is left to pay.
  {
    pattern: new RegExp(
      `[【[]?(?:内部|隐藏|淘宝秘|秘)?(?<![用\\d])券】?[:：]?${blank}{0,2}[¥￥]?${moneyAmount}(?:元|块|(?=[\\s，,。;；+）)】]|$))`,
      'gu',
    ),
    face: 1,
    threshold: 'unsaid',
  },
];

/** Coupons and prices in the free text, which they take; a coupon's amounts are no price, a price is labelled once. */
export function findMoney(text: string, free: FreeText): { prices: PricePart[]; coupons: CouponPart[] } {
  const folded = foldMoneyText(text);
  const asWritten = <P extends Span>(part: P) => ({ ...part, value: text.slice(part.start, part.end) });
  return { coupons: findCoupons(folded, free).map(asWritten), prices: findPrices(folded, free).map(asWritten) };
}

function findCoupons(text: string, free: FreeText): CouponPart[] {
  const found: CouponPart[] = [];
  for (const { pattern, face, threshold } of coupons) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const faceFen = amountFen(match[face]);
      if (faceFen === null || faceFen === 0 || !free.take(span)) continue;
      const thresholdFen = threshold === 'none' ? 0 : threshold === 'unsaid' ? null : amountFen(match[threshold]);
      found.push({ faceFen, thresholdFen, value: match[0], ...span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function findPrices(text: string, free: FreeText): PricePart[] {
  const found: PricePart[] = [];
  for (const { role, pattern } of [...labelled, { role: 'plain' as const, pattern: plain }]) {
    for (const match of text.matchAll(pattern)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const said = match.slice(1).find((group) => group !== undefined) ?? '';
      const fen = amountFen(said) ?? (isNoAmount(text, match, said) ? null : spokenFen(said));
      if (fen !== null && free.take(span)) found.push({ role, fen, value: match[0], ...span });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** 三元 may be a brand, and 到手一百块 of a jigsaw its pieces. */
function isNoAmount(text: string, { 0: whole, index }: RegExpExecArray, said: string): boolean {
  if (/^.元$/.test(said) && whole === said) return !text.startsWith('包邮', index + whole.length);
  return said.endsWith('块') && /^[【[]?(?:到手|拍下)(?!价)/.test(whole);
}
