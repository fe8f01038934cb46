import { couponText, platformNames, salesText } from '../campaigns/templates/template-product.ts';
import { yuanOf } from '../campaigns/templates/numbers.ts';
import { statedPrices } from '../campaigns/templates/prices.ts';
import type { PackItem, PosterFormat, PosterStyle } from './pack-input.ts';
import { packLimits } from './pack-limits.ts';

/** Everything a poster says. Words that are always the same belong to the drawing. */
export interface PosterSpec {
  style: PosterStyle;
  format: PosterFormat;
  title: string;
  platform: string;
  shop: string | null;
  sales: string | null;
  /** What the buyer pays; `yuan` and `fen` are the two parts of the figure, `fen` with its point or ''. */
  price: { label: string; yuan: string; fen: string } | null;
  /** Crossed out beside the price. */
  originalPrice: string | null;
  coupon: { text: string; until: string | null } | null;
  qrUrl: string | null;
  adMark: boolean;
}

/** The poster of an item, without a QR code when the address is too long to be read back from a picture. */
export function posterSpec(item: PackItem, style: PosterStyle, format: PosterFormat, adMark: boolean): PosterSpec {
  const { facts } = item;
  const { price, paid, saved } = statedPrices(facts);
  const coupon = couponText(facts.coupon);
  return {
    style,
    format,
    title: (facts.shortTitle ?? '').trim() || facts.title.trim(),
    platform: platformNames[facts.platform],
    shop: facts.shop?.trim() || null,
    sales: salesText(facts.monthlySales) || null,
    price: paid === null ? null : { label: priceLabel(saved !== null, coupon !== ''), ...figure(paid) },
    originalPrice: saved === null || price === null ? null : `¥${yuanOf(price)}`,
    coupon: coupon === '' ? null : { text: coupon, until: lastDay(facts.coupon?.endsOn) },
    qrUrl: qrFits(item.qrUrl) ? item.qrUrl : null,
    adMark,
  };
}

const priceLabel = (discounted: boolean, withCoupon: boolean): string =>
  discounted ? (withCoupon ? '券后价' : '优惠价') : '价格';

function figure(fen: number): { yuan: string; fen: string } {
  const [yuan = '0', decimals] = String(yuanOf(fen)).split('.');
  return { yuan, fen: decimals === undefined ? '' : `.${decimals}` };
}

function lastDay(day: string | null | undefined): string | null {
  const parts = /^\d{4}-(\d{2})-(\d{2})$/.exec(day ?? '');
  return parts ? `可用到${Number(parts[1])}月${Number(parts[2])}日` : null;
}

/** Whether an address is one a phone may open and short enough for a code that reads well. */
export function qrFits(url: string | null): url is string {
  return url !== null && /^https?:\/\//i.test(url) && encodeURI(url.toWellFormed()).length <= packLimits.qrBytes;
}
