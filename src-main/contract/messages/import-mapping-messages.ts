import type { MappingProblem } from '#domain/import/mapping-file';
import type { MappingReason, MappingRival } from '#domain/import/suggest-mapping';
import type { UnitReason } from '#domain/import/suggest-units';
import type { MoneyUnit, RateUnit, TargetField } from '#domain/import/target-fields';
import type { MessageText } from './format-message.ts';

/** What a column can mean, as the mapping screen calls it. */
export const importFieldNames: Record<TargetField, MessageText> = {
  itemId: { zh: '商品id', en: 'Item id' },
  title: { zh: '商品名称', en: 'Title' },
  shortTitle: { zh: '短标题', en: 'Short title' },
  image: { zh: '商品主图', en: 'Image' },
  detailUrl: { zh: '商品链接', en: 'Item page' },
  category: { zh: '类目', en: 'Category' },
  shop: { zh: '店铺名称', en: 'Shop' },
  seller: { zh: '卖家旺旺', en: 'Seller' },
  brand: { zh: '品牌', en: 'Brand' },
  platform: { zh: '平台类型', en: 'Platform' },
  price: { zh: '价格', en: 'Price' },
  finalPrice: { zh: '券后价', en: 'Price after coupon' },
  sales: { zh: '月销量', en: 'Monthly sales' },
  commissionRate: { zh: '佣金比率', en: 'Commission rate' },
  commission: { zh: '佣金', en: 'Commission' },
  activityState: { zh: '活动状态', en: 'Activity state' },
  activityCommissionRate: { zh: '活动佣金比率', en: 'Activity commission rate' },
  activityCommission: { zh: '活动佣金', en: 'Activity commission' },
  activityStart: { zh: '活动开始时间', en: 'Activity start' },
  activityEnd: { zh: '活动结束时间', en: 'Activity end' },
  affiliateUrl: { zh: '推广链接', en: 'Affiliate link' },
  affiliateShortUrl: { zh: '推广短链接', en: 'Affiliate short link' },
  token: { zh: '淘口令', en: 'Token (淘口令)' },
  couponId: { zh: '优惠券id', en: 'Coupon id' },
  couponTotal: { zh: '优惠券总量', en: 'Coupons issued' },
  couponLeft: { zh: '优惠券剩余量', en: 'Coupons left' },
  couponFace: { zh: '优惠券面额', en: 'Coupon value' },
  couponThreshold: { zh: '优惠券门槛', en: 'Coupon threshold' },
  couponStart: { zh: '优惠券开始时间', en: 'Coupon start' },
  couponEnd: { zh: '优惠券结束时间', en: 'Coupon end' },
  couponUrl: { zh: '优惠券链接', en: 'Coupon link' },
  couponAffiliateUrl: { zh: '优惠券推广链接（二合一）', en: 'Coupon affiliate link' },
  couponToken: { zh: '优惠券淘口令', en: 'Coupon token' },
  couponShortUrl: { zh: '优惠券短链接', en: 'Coupon short link' },
  recommendText: { zh: '推荐语', en: 'Recommendation' },
};

export const importUnitNames: Record<MoneyUnit | RateUnit, MessageText> = {
  yuan: { zh: '元', en: 'yuan' },
  fen: { zh: '分', en: 'fen' },
  percent: { zh: '百分数（15.5 = 15.5%）', en: 'percent (15.5 = 15.5 %)' },
  hundredths: { zh: '百分之一个百分点（1550 = 15.5%）', en: 'hundredths of a percent (1550 = 15.5 %)' },
  fraction: { zh: '小数（0.155 = 15.5%）', en: 'fraction (0.155 = 15.5 %)' },
};

/** Why a column was taken for a field. */
export const mappingReasons: Record<MappingReason, MessageText> = {
  name: { zh: '按表头名称识别', en: 'recognised by its header' },
  'name-in-context': { zh: '按表头名称和同表的其他列识别', en: 'recognised by its header and the columns beside it' },
  values: { zh: '按内容推测，请确认', en: 'guessed from its values; please confirm' },
};

/** Why another column that fits was not taken. */
export const mappingRivalReasons: Record<MappingRival['reason'], MessageText> = {
  'same-name': { zh: '表头相同', en: 'has the same header' },
  'weaker-name': { zh: '另一列的表头更明确', en: 'another header is more telling' },
  values: { zh: '内容相似', en: 'has similar values' },
};

/** What a unit rests on. */
export const unitReasons: Record<UnitReason, MessageText> = {
  header: { zh: '表头注明', en: 'stated in the header' },
  'cross-check': { zh: '由“价格×比率=佣金”验证', en: 'checked by price × rate = commission' },
  values: { zh: '由数值大小推断', en: 'inferred from the values' },
  default: { zh: '默认', en: 'default' },
};

/** What is wrong with a mapping file. */
export const mappingProblems: Record<MappingProblem['code'], MessageText> = {
  'mapping-not-a-mapping': {
    zh: '这不是列对应文件。请使用“导出列对应”得到的 JSON 文件。',
    en: 'This is no mapping file. Use a JSON file saved by "Export mapping".',
  },
  'mapping-too-new': {
    zh: '列对应文件的版本（{version}）不受支持。请升级程序。',
    en: 'The version of the mapping file ({version}) is not supported. Update the program.',
  },
  'mapping-unknown-field': { zh: '不认识的字段“{field}”。', en: 'Unknown field "{field}".' },
  'mapping-bad-place': {
    zh: '字段“{field}”需要 header（表头）或 column（第几列，从 1 开始）。',
    en: 'Field "{field}" needs a header or a column number, counted from 1.',
  },
  'mapping-bad-unit': {
    zh: '字段“{field}”的单位不对，可用：{allowed}。',
    en: 'The unit of field "{field}" is not valid; use {allowed}.',
  },
  'mapping-header-missing': {
    zh: '表格里没有字段“{field}”对应的表头“{header}”。',
    en: 'The table has no header "{header}" for field "{field}".',
  },
  'mapping-column-missing': {
    zh: '表格里没有字段“{field}”对应的第 {column} 列。',
    en: 'The table has no column {column} for field "{field}".',
  },
  'mapping-column-twice': {
    zh: '字段“{field}”和“{other}”用了同一列。',
    en: 'Fields "{field}" and "{other}" use the same column.',
  },
  'mapping-required-missing': {
    zh: '缺少必需的字段“{field}”，请指定是哪一列。',
    en: 'The required field "{field}" is missing; say which column it is.',
  },
};
