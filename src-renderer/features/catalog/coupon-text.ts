import type { Coupon } from '#contract/catalog';
import type { Translator } from '../../i18n/locale.tsx';

const yuan = (fen: number): string => String(fen / 100);

/**
 * What the coupon gives, e.g. 满59减20; as the file writes it where it could not be read. Files that give the bare face
 * do not say from which amount it holds, so nothing is said of that.
 */
export function couponText({ faceFen, thresholdFen, text }: Coupon, t: Translator['t']): string {
  if (faceFen === null) return text ?? t('catalog.coupon.unread');
  return thresholdFen === null || thresholdFen === 0
    ? t('catalog.coupon.plain', { face: yuan(faceFen) })
    : t('catalog.coupon.from', { threshold: yuan(thresholdFen), face: yuan(faceFen) });
}

/** When the coupon holds; null when the file says nothing of it. */
export function couponTime({ state, startsOn, endsOn }: Coupon, t: Translator['t']): string | null {
  if (state === 'upcoming' && startsOn !== null) return t('catalog.coupon.starts', { date: startsOn });
  return endsOn === null ? null : t('catalog.coupon.ends', { date: endsOn });
}
