import { shortCount, yuanOf } from './numbers.ts';
import { statedPrices } from './prices.ts';

/** What the app knows of one product and the link chosen for it. Money in 分, rates in hundredths of a percent. */
export interface CopyFacts {
  platform: 'taobao' | 'tmall' | 'jd' | 'pdd' | 'douyin';
  title: string;
  shortTitle: string | null;
  shop: string | null;
  priceFen: number | null;
  /** 券后价 */
  finalPriceFen: number | null;
  /** Null when there is none, or when it has run out. */
  coupon: {
    faceFen: number | null;
    thresholdFen: number | null;
    startsOn: string | null;
    endsOn: string | null;
  } | null;
  commissionRateBp: number | null;
  commissionFen: number | null;
  monthlySales: number | null;
  recommendText: string | null;
  /** Address to post, or null. */
  url: string | null;
  /** 口令 to post, kept byte for byte; null where the surface forbids it. */
  token: string | null;
}

/** What a template sees. Amounts are 元; what is not known is null or ''. */
export interface TemplateProduct {
  标题: string;
  短标题: string;
  原价: number | null;
  券后价: number | null;
  到手价: number | null;
  立省: number | null;
  券: string;
  券面额: number | null;
  券门槛: number | null;
  券开始: string;
  券截止: string;
  佣金率: number | null;
  佣金: number | null;
  店铺: string;
  月销: number | null;
  推荐语: string;
  链接: string;
  口令: string;
  平台: string;
  应用: string;
  广告: string;
}

export const platformNames: Readonly<Record<CopyFacts['platform'], string>> = {
  taobao: '淘宝',
  tmall: '天猫',
  jd: '京东',
  pdd: '拼多多',
  douyin: '抖音',
};

/** The app that recognises a 口令 of the platform. */
const appNames: Readonly<Record<CopyFacts['platform'], string>> = {
  taobao: '手机淘宝',
  tmall: '手机淘宝',
  jd: '京东',
  pdd: '拼多多',
  douyin: '抖音',
};

export const advertisingMark = '【广告】';

/**
 * The view of one product for a template. Prices never contradict each other: 券后价 only exists when it is below
 * 原价, 到手价 is what the buyer pays either way.
 */
export function templateProduct(facts: CopyFacts, options: { adMark: boolean }): TemplateProduct {
  const { price, paid, saved } = statedPrices(facts);
  const title = oneLine(facts.title);
  return {
    标题: title,
    短标题: oneLine(facts.shortTitle ?? '') || title,
    原价: yuan(price),
    券后价: saved === null ? null : yuan(paid),
    到手价: yuan(paid),
    立省: yuan(saved),
    ...couponView(facts.coupon),
    佣金率: facts.commissionRateBp === null ? null : yuanOf(facts.commissionRateBp),
    佣金: yuan(facts.commissionFen),
    店铺: oneLine(facts.shop ?? ''),
    月销: facts.monthlySales !== null && facts.monthlySales > 0 ? facts.monthlySales : null,
    推荐语: fewLines(facts.recommendText ?? ''),
    链接: facts.url ?? '',
    口令: facts.token?.trim() ?? '',
    平台: platformNames[facts.platform],
    应用: appNames[facts.platform],
    广告: options.adMark ? advertisingMark : '',
  };
}

const couponView = (
  coupon: CopyFacts['coupon'],
): Pick<TemplateProduct, '券' | '券面额' | '券门槛' | '券开始' | '券截止'> => ({
  券: couponText(coupon),
  券面额: yuan(coupon?.faceFen ?? null),
  券门槛: yuan(coupon?.thresholdFen ?? null),
  券开始: coupon?.startsOn ?? '',
  券截止: coupon?.endsOn ?? '',
});

/** `满199减20元券` or `30元券`; '' when the face is not known. */
export function couponText(coupon: CopyFacts['coupon']): string {
  if (!coupon || coupon.faceFen === null || coupon.faceFen <= 0) return '';
  const face = yuanOf(coupon.faceFen);
  const threshold = coupon.thresholdFen ?? 0;
  return threshold > coupon.faceFen ? `满${yuanOf(threshold)}减${face}元券` : `${face}元券`;
}

/** `月销1.2万`; '' below one piece. */
export const salesText = (monthlySales: number | null): string =>
  monthlySales !== null && monthlySales > 0 ? `月销${shortCount(monthlySales)}` : '';

const yuan = (fen: number | null): number | null => (fen === null || fen < 0 ? null : yuanOf(fen));

// oxlint-disable-next-line no-control-regex -- cells of files do contain them
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff]/g;

const oneLine = (text: string): string => text.replace(invisible, '').replace(/\s+/g, ' ').trim();

const fewLines = (text: string): string =>
  text
    .replace(invisible, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
