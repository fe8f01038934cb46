import type { CouponState } from '#contract/catalog-choices';
import type { Outcome } from '../openability/outcomes.ts';
import { statedPrices } from '../campaigns/templates/prices.ts';

/** What a pack says of an item, as it was at export. */
export interface ItemThen {
  /** Verdict of its link; null when it had none. */
  outcome: Outcome | null;
  priceFen: number | null;
  /** What the copy promised, 分. */
  finalPriceFen: number | null;
  couponEndsOn: string | null;
  hasQrCode: boolean;
}

/** The same item as the catalog and the rules have it now. */
export interface ItemNow {
  /** Null when the product is no longer in the catalog. */
  product: {
    priceFen: number | null;
    /** What it costs now, a coupon that is gone left out. */
    finalPriceFen: number | null;
    couponState: CouponState;
  } | null;
  /** Verdict of the same link; null when the catalog no longer holds it. */
  outcome: Outcome | null;
  /** Verdict of the address in the poster's QR code when scanned; null when there is none or it is not held. */
  qrOutcome: Outcome | null;
  /** Day of the judgement, YYYY-MM-DD. */
  today: string;
}

/** Something that changed since the export. `stop`: posting it as it is would mislead or earn nothing. */
export interface ItemChange {
  code:
    | 'not-in-catalog'
    | 'link-not-in-catalog'
    | 'link-dead'
    | 'link-blocked'
    | 'outcome-changed'
    | 'qr-dead'
    | 'coupon-ended'
    | 'price-up'
    | 'price-down';
  severity: 'stop' | 'note';
  params: Readonly<Record<string, string | number>>;
}

/** What has changed about an item since its pack was written, most serious first. The sentence is packMessages.changes. */
export function itemChanges(then: ItemThen, now: ItemNow): ItemChange[] {
  if (!now.product) return [...couponChange(then, now), note('not-in-catalog')];
  const changes = [
    ...linkChange(then, now),
    ...qrChange(then, now),
    ...couponChange(then, now),
    ...priceChange(then, now),
  ];
  return changes.toSorted((a, b) => Number(a.severity === 'note') - Number(b.severity === 'note'));
}

const stop = (code: ItemChange['code'], params: ItemChange['params'] = {}): ItemChange => ({
  code,
  severity: 'stop',
  params,
});
const note = (code: ItemChange['code'], params: ItemChange['params'] = {}): ItemChange => ({
  code,
  severity: 'note',
  params,
});

function linkChange({ outcome: before }: ItemThen, { outcome }: ItemNow): ItemChange[] {
  if (before === null || before === outcome) return [];
  if (outcome === null) return [note('link-not-in-catalog')];
  if (outcome === 'dead') return [stop('link-dead')];
  if (outcome === 'blocked') return [stop('link-blocked')];
  return [note('outcome-changed', { from: before, to: outcome })];
}

const qrChange = ({ hasQrCode }: ItemThen, { qrOutcome }: ItemNow): ItemChange[] =>
  hasQrCode && (qrOutcome === 'dead' || qrOutcome === 'blocked') ? [stop('qr-dead')] : [];

function couponChange(then: ItemThen, { product, today }: ItemNow): ItemChange[] {
  if (then.couponEndsOn !== null && then.couponEndsOn < today)
    return [stop('coupon-ended', { day: then.couponEndsOn })];
  const hadCoupon = then.couponEndsOn !== null || statedPrices(then).saved !== null;
  const isGone = product?.couponState === 'expired' || product?.couponState === 'used-up';
  return hadCoupon && isGone ? [stop('coupon-ended', { day: then.couponEndsOn ?? '' })] : [];
}

/** A dearer item breaks the copy's promise; a cheaper one only sells it short. */
function priceChange(then: ItemThen, { product }: ItemNow): ItemChange[] {
  const before = statedPrices(then).paid;
  const after = product && statedPrices(product).paid;
  if (before === null || after === null || before === after) return [];
  return [
    after > before ? stop('price-up', { from: before, to: after }) : note('price-down', { from: before, to: after }),
  ];
}
