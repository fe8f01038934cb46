/** Every meaning a column can have. Columns without one are kept as raw data. */
export const targetFields = [
  'itemId',
  'title',
  'shortTitle',
  'image',
  'detailUrl',
  'category',
  'shop',
  'seller',
  'brand',
  'platform',
  'price',
  'finalPrice',
  'sales',
  'commissionRate',
  'commission',
  'activityState',
  'activityCommissionRate',
  'activityCommission',
  'activityStart',
  'activityEnd',
  'affiliateUrl',
  'affiliateShortUrl',
  'token',
  'couponId',
  'couponTotal',
  'couponLeft',
  'couponFace',
  'couponThreshold',
  'couponStart',
  'couponEnd',
  'couponUrl',
  'couponAffiliateUrl',
  'couponToken',
  'couponShortUrl',
  'recommendText',
] as const;

export type TargetField = (typeof targetFields)[number];

export const moneyUnits = ['yuan', 'fen'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** `percent`: 15.5 is 15.5 %; `hundredths`: 1550 is 15.5 % (TOP `commission_rate`); `fraction`: 0.155 is 15.5 %. */
export const rateUnits = ['percent', 'hundredths', 'fraction'] as const;
export type RateUnit = (typeof rateUnits)[number];

export const moneyFields = [
  'price',
  'finalPrice',
  'commission',
  'activityCommission',
  'couponFace',
  'couponThreshold',
] as const satisfies TargetField[];
export type MoneyField = (typeof moneyFields)[number];

export const rateFields = ['commissionRate', 'activityCommissionRate'] as const satisfies TargetField[];
export type RateField = (typeof rateFields)[number];

/** Fields whose cells are links or 口令, in the order they are read. */
export const linkColumns = [
  'affiliateUrl',
  'affiliateShortUrl',
  'couponUrl',
  'couponAffiliateUrl',
  'couponShortUrl',
  'token',
  'couponToken',
] as const satisfies TargetField[];
export type LinkColumn = (typeof linkColumns)[number];

/** Which column holds which field, and in which unit its numbers stand. */
export interface ColumnMapping {
  /** Field → 0-based column. */
  columns: Partial<Record<TargetField, number>>;
  /** Units that differ from 元 and percent. */
  units: Partial<Record<MoneyField, MoneyUnit> & Record<RateField, RateUnit>>;
}

export function isTargetField(name: string): name is TargetField {
  return (targetFields as readonly string[]).includes(name);
}

export function isMoneyField(field: TargetField): field is MoneyField {
  return (moneyFields as readonly TargetField[]).includes(field);
}

export function isRateField(field: TargetField): field is RateField {
  return (rateFields as readonly TargetField[]).includes(field);
}
