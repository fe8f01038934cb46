import type { MessageText } from './format-message.ts';

/**
 * What happened to a row or a cell, by issue code. Every sentence may use `{column}` and `{value}`; what to do about it
 * is in import-advice.
 */
export const importMessages = {
  'id-missing': { zh: '没有商品id。', en: 'The item id is missing.' },
  'id-scientific': {
    zh: '商品id变成了“{value}”：Excel 把它当作数字，改成了科学计数法，后面的位数已经丢失。',
    en: 'The item id became "{value}": Excel took it for a number and rounded it; the remaining digits are lost.',
  },
  'id-precision-lost': {
    zh: '商品id“{value}”超过15位，末尾的数字已被 Excel 改成0。',
    en: 'The item id "{value}" has more than 15 digits and Excel replaced the last ones with zeros.',
  },
  'id-unreadable': { zh: '“{value}”不是商品id。', en: '"{value}" is not an item id.' },
  'id-rounded': {
    zh: '“{value}”的后几位全是 0，很像被 Excel 舍入过的商品id，没有导入这一行。',
    en: 'The last digits of "{value}" are all zeros, as in an item id that Excel has rounded, so the row was left out.',
  },
  'id-not-of-platform': {
    zh: '“{value}”不是{platform}的商品id。',
    en: '"{value}" is not an item id of {platform}.',
  },
  'id-from-link': {
    zh: '商品id为空，已从链接中取得 {id}。',
    en: 'The item id was empty; {id} was taken from the link.',
  },
  'link-other-item': {
    zh: '链接打开的是另一个商品（{linkId}），与商品id {id} 不一致，已不采用这条链接。',
    en: 'The link opens another item ({linkId}) than the item id {id}; the link was left out.',
  },
  'title-missing': { zh: '没有商品名称。', en: 'The product title is missing.' },
  'title-from-short': {
    zh: '商品名称为空，已改用短标题“{value}”。',
    en: 'The title was empty; the short title "{value}" is used.',
  },
  'price-unreadable': { zh: '价格“{value}”不是金额。', en: 'The price "{value}" is not an amount.' },
  'price-range': {
    zh: '价格是一个范围“{value}”，已取最低价 {low} 元。',
    en: 'The price is a range "{value}"; the lowest, {low} yuan, is used.',
  },
  'price-zero': { zh: '“{column}”为 0，已留空。', en: '"{column}" is 0 and was left empty.' },
  'money-unreadable': {
    zh: '“{column}”里的“{value}”不是金额，已留空。',
    en: '"{value}" in "{column}" is not an amount and was left empty.',
  },
  'rate-unreadable': {
    zh: '“{column}”里的“{value}”不是比率，已留空。',
    en: '"{value}" in "{column}" is not a rate and was left empty.',
  },
  'rate-out-of-range': {
    zh: '“{column}”里的“{value}”超过 100%，单位可能不对，已留空。',
    en: '"{value}" in "{column}" is above 100 %, so its unit is probably wrong; it was left empty.',
  },
  'rate-tiny': {
    zh: '“{column}”里的“{value}”读作 {percent}%，低得少见，单位可能不对。',
    en: '"{value}" in "{column}" was read as {percent} %, which is unusually low; its unit may be wrong.',
  },
  'number-unreadable': {
    zh: '“{column}”里的“{value}”不是数量，已留空。',
    en: '"{value}" in "{column}" is not a number and was left empty.',
  },
  'date-unreadable': {
    zh: '“{column}”里的“{value}”不是有效日期，已留空。',
    en: '"{value}" in "{column}" is not a real date and was left empty.',
  },
  'dates-reversed': {
    zh: '优惠券结束日期 {end} 早于开始日期 {start}，两个日期都已留空。',
    en: 'The coupon ends ({end}) before it starts ({start}); both dates were left empty.',
  },
  'platform-unknown': {
    zh: '不认识的平台“{value}”，已改为按链接判断。',
    en: 'Unknown platform "{value}"; the links decide instead.',
  },
  'other-shop': {
    zh: '“{column}”说明这是{shop}的商品，这里只收淘宝、天猫、京东、拼多多和抖音的商品，没有导入这一行。',
    en: '"{column}" says that this is sold on {shop}; only goods of Taobao, Tmall, JD, Pinduoduo and Douyin are kept here, so the row was left out.',
  },
  'link-unreadable': {
    zh: '“{column}”里的“{value}”不是链接，已留空。',
    en: '"{value}" in "{column}" is not a link and was left empty.',
  },
  'coupon-unread': {
    zh: '优惠券“{value}”的面额无法换算成金额，已保留原文。',
    en: 'The coupon "{value}" cannot be turned into an amount; its text was kept.',
  },
  'coupon-id-unreadable': {
    zh: '优惠券id“{value}”格式不对，已留空。',
    en: 'The coupon id "{value}" has the wrong form and was left empty.',
  },
  'coupon-over-price': {
    zh: '优惠券面额 {face} 元不低于价格 {price} 元，两者可能有一个不对。',
    en: 'The coupon ({face} yuan) is not below the price ({price} yuan); one of them is probably wrong.',
  },
  'coupon-over-threshold': {
    zh: '优惠券面额 {face} 元高于使用门槛 {threshold} 元，两者可能写反了，券后价可能不对。',
    en: 'The coupon ({face} yuan) is above the amount to spend ({threshold} yuan); they may be swapped and the price after the coupon wrong.',
  },
  'coupon-left-over-total': {
    zh: '优惠券剩余量 {left} 多于总量 {total}。',
    en: 'More coupons are left ({left}) than were issued ({total}).',
  },
  'final-price-mismatch': {
    zh: '券后价 {stated} 元与“价格减优惠券”的 {expected} 元不一致。',
    en: 'The price after the coupon, {stated} yuan, differs from price minus coupon, {expected} yuan.',
  },
  'commission-mismatch': {
    zh: '佣金 {stated} 元与“价格×比率”的 {expected} 元不一致。',
    en: 'The commission, {stated} yuan, differs from price times rate, {expected} yuan.',
  },
  'row-cut': {
    zh: '这一行不完整：应有 {columns} 列，只有 {cells} 列，从“{column}”开始缺失。',
    en: 'The row is cut off: {cells} of {columns} columns, missing from "{column}" on.',
  },
  'row-short': {
    zh: '这一行有 {cells} 列，比表头的 {columns} 列少，几格内容与表头对不上，可能少了分隔符而错位。',
    en: 'The row has {cells} columns, fewer than the {columns} of the header, and cells do not fit theirs: a delimiter is probably missing.',
  },
  'row-long': {
    zh: '这一行有 {cells} 列，比表头的 {columns} 列多，内容可能错位。',
    en: 'The row has {cells} columns, more than the {columns} of the header; its values are probably shifted.',
  },
  'summary-row': { zh: '合计行，不是商品，已跳过。', en: 'A totals row, not a product; skipped.' },
  'repeated-header': { zh: '重复的表头，已跳过。', en: 'A repeated header; skipped.' },
  'other-header': {
    zh: '从这一行起是另一张表：列与前面的表头不同。',
    en: 'Another table starts here: its columns differ from the header above.',
  },
  'other-table-row': {
    zh: '这一行属于第 {header} 行开始的另一张表，没有按前面的表头读取。',
    en: 'The row belongs to another table that starts in row {header}; it was not read by the header above.',
  },
  'remark-row': { zh: '说明文字，不是商品，已跳过。', en: 'A remark, not a product; skipped.' },
  'cell-too-long': {
    zh: '“{column}”里的文字过长（超过 32767 字），已留空。',
    en: 'The text in "{column}" is longer than 32,767 characters and was left empty.',
  },
  'cell-unfinished': {
    zh: '文件在“{column}”这一格中间结束，这一格可能不完整，已留空。',
    en: 'The file ends in the middle of "{column}"; the cell may be incomplete and was left empty.',
  },
  'cell-uncalculated': {
    zh: '“{column}”里的公式没有计算结果，已留空。',
    en: 'The formula in "{column}" has no result; the cell was left empty.',
  },
  'nul-removed': {
    zh: '“{column}”里有损坏的空字符，已去掉。',
    en: 'Damaged NUL characters in "{column}" were removed.',
  },
  undecodable: {
    zh: '“{column}”里有无法识别的字符（显示为 �）。',
    en: 'Some characters in "{column}" could not be decoded (shown as �).',
  },
  'too-many-cells': {
    zh: '这一行的列数过多，超出部分没有读取。',
    en: 'The row has too many columns; the rest was not read.',
  },
} satisfies Record<string, MessageText>;

export type ImportIssueCode = keyof typeof importMessages;

export function isImportIssueCode(code: string): code is ImportIssueCode {
  return Object.hasOwn(importMessages, code);
}
