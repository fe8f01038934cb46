import type { ChangeAction } from '../campaign-changes.ts';
import type { SkipReason } from '../campaign-fixes.ts';
import type { Blocker } from '../campaigns.ts';
import type { ItemFix, ItemStep } from '../../domain/campaigns/item-fixes.ts';
import type { MessageText } from './format-message.ts';

/** What is in the way of an item and why; parameters as in {@link Blocker}. */
export const blockerMessages: Record<Blocker['code'], MessageText> = {
  'product-gone': { zh: '商品已不在商品库（导入被撤销）', en: 'The product is gone (its import was undone)' },
  'no-link': { zh: '没有链接或口令，发出去没人能下单', en: 'No link or 口令: nobody could buy' },
  'link-blocked': { zh: '链接在这里会被拦截', en: 'The link is blocked here' },
  'link-dead': { zh: '链接或优惠券已失效', en: 'The link or its coupon is dead' },
  'link-not-clickable': { zh: '链接在这里点不开，只是文字', en: 'The link cannot be tapped here' },
  'link-needs-browser': { zh: '要复制到浏览器才能打开', en: 'It only opens after copying to a browser' },
  'link-unknown': { zh: '不知道链接在这里能否打开', en: 'Whether the link opens here is not known' },
  'earns-nothing': { zh: '链接不带推广位，卖出没有佣金', en: 'The link carries no pid: a sale pays nothing' },
  'earns-for-others': {
    zh: '带着别人的推广位 {pid}，佣金归他人',
    en: 'It carries somebody else’s pid {pid}; the commission is theirs',
  },
  'earning-unknown': { zh: '看不出这条链接的佣金归不归你', en: 'Whether the link pays you is not known' },
  'copy-block': {
    zh: '文案有 {count} 处违规：{texts}',
    en: 'The copy has {count} {count|violation|violations}: {texts}',
  },
  'copy-warn': { zh: '文案有 {n} 处有风险', en: 'The copy has {n} risky {n|passage|passages}' },
  'copy-empty': { zh: '没有文案', en: 'There is no copy' },
  'other-link-in-copy': { zh: '文案里还有另一条链接：{value}', en: 'The copy holds another link: {value}' },
  'token-on-moments': {
    zh: '朋友圈文案里有口令“{token}”，会被屏蔽',
    en: 'The copy holds the 口令 “{token}”, which Moments hides',
  },
  'coupon-ended': { zh: '优惠券 {day} 已结束', en: 'The coupon ended on {day}' },
  'coupon-used-up': { zh: '优惠券已领完', en: 'The coupon is used up' },
  'link-dead-by-day': {
    zh: '链接有效到 {last}，到活动那天（{day}）已失效。请先续期',
    en: 'The link is good until {last}, not on the day of posting ({day}). Renew it first',
  },
  'coupon-ends-before': {
    zh: '优惠券有效到 {last}，到活动那天（{day}）已结束',
    en: 'The coupon is good until {last}, not on the day of posting ({day})',
  },
};

/** Buttons: what can be done about a blocker, and the steps after it. */
export const stepNames: Record<ItemFix | ItemStep, MessageText> = {
  relink: { zh: '换链接', en: 'Change link' },
  rewrite: { zh: '改写文案', en: 'Rewrite' },
  edit: { zh: '改文案', en: 'Edit copy' },
  'add-link': { zh: '补链接', en: 'Add a link' },
  move: { zh: '换渠道', en: 'Change place' },
  allow: { zh: '加白名单', en: 'Allow wording' },
  override: { zh: '写理由放行', en: 'Allow with a reason' },
  'leave-out': { zh: '这里不发', en: 'Leave out here' },
  remove: { zh: '移除', en: 'Remove' },
  export: { zh: '导出', en: 'Export' },
  'mark-posted': { zh: '标记已发布', en: 'Mark posted' },
};

/** Why a fix does not help an item. */
export const skipMessages: Record<SkipReason, MessageText> = {
  'no-other-link': { zh: '没有更好的链接', en: 'There is no better link' },
  'no-rewrite': { zh: '没有能保留价格和链接的改写', en: 'No rewrite keeps prices and links' },
  'nothing-found': { zh: '没有要改的地方', en: 'There is nothing to change' },
  'as-template': { zh: '已经是模板的文案', en: 'It already follows the template' },
  'product-gone': { zh: '商品已不在商品库', en: 'The product is gone' },
};

/** What was done, for the list of changes. `{n}` items, `{title}` of one, `{surface}` by its name. */
export const changeMessages: Record<ChangeAction, { one: MessageText; many: MessageText }> = {
  created: same('新建活动“{name}”，{n} 件商品', 'Created “{name}” with {n} products'),
  updated: same('修改活动“{name}”的名称、日期或备注', 'Changed name, day or note of “{name}”'),
  surfaces: same('修改活动“{name}”的渠道或模板', 'Changed places or templates of “{name}”'),
  archived: same('归档活动“{name}”', 'Archived “{name}”'),
  restored: same('恢复活动“{name}”', 'Restored “{name}”'),
  duplicated: same('复制活动“{name}”为“{copy}”', 'Duplicated “{name}” as “{copy}”'),
  removed: same('删除活动“{name}”（{n} 件商品）', 'Deleted “{name}” ({n} products)'),
  'products-added': same('加入 {n} 件商品', 'Added {n} products'),
  'items-removed': each('移除“{title}”', 'Removed “{title}”', '移除 {n} 件', 'Removed {n} items'),
  'items-moved': same('移动 {n} 件的位置', 'Moved {n} items'),
  text: same('修改“{title}”的文案', 'Edited the copy of “{title}”'),
  texts: same('修改 {n} 条文案', 'Edited {n} copies'),
  'text-reset': each(
    '“{title}”的文案恢复为模板',
    'Reset the copy of “{title}”',
    '{n} 条文案恢复为模板',
    'Reset {n} copies',
  ),
  link: same('更换“{title}”的链接', 'Changed the link of “{title}”'),
  links: same('更换 {n} 件的链接', 'Changed {n} links'),
  override: each('写理由放行“{title}”', 'Allowed “{title}” with a reason', '写理由放行 {n} 件', 'Allowed {n} items'),
  'override-lifted': each(
    '取消放行“{title}”',
    'No longer allowed “{title}”',
    '取消放行 {n} 件',
    'No longer allowed {n}',
  ),
  posted: each('“{title}”标记为已发布', 'Marked “{title}” as posted', '{n} 件标记为已发布', 'Marked {n} as posted'),
  'not-posted': each('“{title}”改回未发布', '“{title}” is not posted', '{n} 件改回未发布', '{n} are not posted'),
  'left-out': each(
    '“{title}”不在{surface}发',
    'Left “{title}” out of {surface}',
    '{n} 件不在原渠道发',
    'Left {n} items out',
  ),
  'brought-back': each('“{title}”恢复到{surface}', 'Brought “{title}” back', '恢复 {n} 件', 'Brought {n} items back'),
  'surface-moved': each(
    '“{title}”改到{to}发',
    'Moved “{title}” to {to}',
    '{n} 件改到{to}发',
    'Moved {n} items to {to}',
  ),
  snoozed: each(
    '“{title}”稍后处理（{day}）',
    'Put “{title}” off until {day}',
    '{n} 件稍后处理（{day}）',
    'Put {n} off until {day}',
  ),
  woken: each('“{title}”不再稍后', '“{title}” is back', '{n} 件不再稍后', '{n} items are back'),
};

/** Failures that say more than their code; found by `params.reason`. */
export const campaignFailures = {
  'changed-since': {
    zh: '这之后又有改动，不能单独撤销这一步。请先从最近的改动开始撤销。',
    en: 'Something it touched was changed again since. Take the newer changes back first.',
  },
  'undone-already': { zh: '这一步已经撤销过了。', en: 'This was taken back already.' },
  'too-many-items': {
    zh: '一个活动最多放 {limit} 件商品，这样会有 {n} 件。请缩小范围，或分成几个活动。',
    en: 'A campaign holds at most {limit} products; this would make {n}. Narrow the selection or make several campaigns.',
  },
  'change-too-old': {
    zh: '这一步太久以前，已经不能撤销了。',
    en: 'This is too long ago to be taken back.',
  },
} as const satisfies Record<string, MessageText>;

function same(zh: string, en: string): { one: MessageText; many: MessageText } {
  return { one: { zh, en }, many: { zh, en } };
}

function each(zhOne: string, enOne: string, zhMany: string, enMany: string): { one: MessageText; many: MessageText } {
  return { one: { zh: zhOne, en: enOne }, many: { zh: zhMany, en: enMany } };
}
