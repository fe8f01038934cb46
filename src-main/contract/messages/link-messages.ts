import type { ChoiceReason, LinkChoice } from '../../domain/links/choose-link.ts';
import type { EarningCertainty, EarningStep } from '../../domain/links/earning-certainty.ts';
import type { LinkKind } from '../../domain/links/link-kinds.ts';
import type { CommissionOwner, EarningReason, Earns } from '../../domain/links/link-part.ts';
import type { ValidityBasis } from '../../domain/links/validity.ts';
import { fillMessage, type Locale, type MessageText } from './format-message.ts';
import { outcomeNames } from './openability-messages.ts';

export const linkKindNames: Record<LinkKind, MessageText> = {
  tb_item_pc: { zh: '淘宝商品页', en: 'Taobao item page' },
  tmall_item_pc: { zh: '天猫商品页', en: 'Tmall item page' },
  tb_item_h5: { zh: '淘宝手机商品页', en: 'Taobao mobile item page' },
  tbk_click_long: { zh: '淘宝客长链接', en: 'Taobao affiliate long link' },
  tbk_click_short: { zh: '淘宝客短链接', en: 'Taobao affiliate short link' },
  tbk_uland_edetail: { zh: '二合一券页', en: 'Coupon-and-item affiliate page' },
  tbk_uland_quan: { zh: '店铺优惠券页', en: 'Shop coupon page' },
  tb_shop_coupon_old: { zh: '店铺优惠券页（旧）', en: 'Shop coupon page (old)' },
  tbk_uland_other: { zh: '联盟落地页', en: 'Alimama landing page' },
  tbk_ai_temai: { zh: '爱淘宝/特卖页', en: 'ai / temai landing page' },
  tb_act_page: { zh: '活动会场页', en: 'Activity page' },
  tb_short_m: { zh: '淘宝短链 m.tb.cn', en: 'Taobao short link m.tb.cn' },
  tb_short_e: { zh: '淘宝短链 e.tb.cn', en: 'Taobao short link e.tb.cn' },
  tb_short_vendor_old: { zh: '旧分享域名', en: 'Old share domain' },
  tb_deeplink: { zh: '淘宝 App 链接', en: 'Taobao app link' },
  jd_union_short: { zh: '京东联盟短链', en: 'JD affiliate short link' },
  jd_union_click: { zh: '京东联盟长链接', en: 'JD affiliate long link' },
  jd_item: { zh: '京东商品页', en: 'JD item page' },
  jd_short_3cn: { zh: '京东短链', en: 'JD short link' },
  pdd_short: { zh: '多多进宝短链', en: 'Pinduoduo affiliate short link' },
  pdd_item: { zh: '拼多多商品页', en: 'Pinduoduo item page' },
  douyin_short: { zh: '抖音短链', en: 'Douyin short link' },
  douyin_product: { zh: '抖店商品页', en: 'Douyin shop item page' },
  kuaishou_short: { zh: '快手短链', en: 'Kuaishou short link' },
  xhs_short: { zh: '小红书短链', en: 'Xiaohongshu short link' },
  meituan_short: { zh: '美团短链', en: 'Meituan short link' },
  alipay_short: { zh: '支付宝链接', en: 'Alipay link' },
  alipay_scheme: { zh: '支付宝 App 链接', en: 'Alipay app link' },
  wx_miniprogram_short: { zh: '小程序短链', en: 'Mini-program short link' },
  wx_url_link: { zh: '小程序 URL Link', en: 'Mini-program URL Link' },
  wx_scheme: { zh: '小程序 URL Scheme', en: 'Mini-program URL Scheme' },
  wx_article: { zh: '公众号文章', en: 'Official account article' },
  wx_channels: { zh: '视频号链接', en: 'Channels link' },
  wx_page: { zh: '微信自有网页', en: 'Page of WeChat' },
  wx_block_page: { zh: '微信拦截提示页', en: 'WeChat’s stop notice' },
  web_link: { zh: '网页链接', en: 'Web link' },
  tkl_symbol_pair: { zh: '淘口令', en: 'Taobao 口令' },
  tkl_union_long: { zh: '联盟长口令', en: 'Alimama long 口令' },
  tkl_ios14_wordy: { zh: '长口令（2020 式）', en: 'Long 口令 of 2020' },
  tkl_app_share: { zh: '淘宝 App 分享文案', en: 'Taobao app share text' },
  tkl_parentheses: { zh: '括号口令（疑似）', en: '口令 in brackets (maybe)' },
  tkl_trailing_slash: { zh: '淘口令（带斜杠）', en: 'Taobao 口令 with slash' },
  tkl_tk_param: { zh: '淘口令参数 tk', en: '口令 parameter tk' },
  tkl_custom_text: { zh: '自定义文字口令', en: 'Free-text 口令' },
  jd_kouling: { zh: '京口令（疑似）', en: 'JD 口令 (maybe)' },
};

/** The name of a kind, or the id itself for a kind this version does not know. */
export function linkKindName(kind: string): MessageText {
  return Object.hasOwn(linkKindNames, kind) ? linkKindNames[kind as LinkKind] : { zh: kind, en: kind };
}

export const earnsNames: Record<Earns, MessageText> = {
  yes: { zh: '有佣金', en: 'Pays commission' },
  no: { zh: '不赚佣金', en: 'Earns nothing' },
  unknown: { zh: '佣金未知', en: 'Commission unknown' },
};

export const ownerNames: Record<CommissionOwner, MessageText> = {
  own: { zh: '佣金归自己', en: 'Commission is yours' },
  other: { zh: '佣金归他人', en: 'Commission goes to somebody else' },
  unknown: { zh: '归属未知', en: 'Owner unknown' },
};

export const earningMessages: Record<EarningReason, MessageText> = {
  'item-page': {
    zh: '普通商品页，不带推广位，卖出也没有佣金。',
    en: 'A plain item page without a promoter: a sale pays nothing.',
  },
  'coupon-page': {
    zh: '店铺券页，不带推广位，只领券没有佣金。',
    en: 'A shop coupon page without a promoter: it gives the coupon and pays nothing.',
  },
  'dead-link': { zh: '链接域名早已停用，不会有佣金。', en: 'The domain no longer answers; nothing can be earned.' },
  'own-pid': { zh: '链接里是你自己的推广位。', en: 'The link carries your own pid.' },
  'own-account': {
    zh: '推广位不在你的清单里，但属于同一个联盟账号。',
    en: 'The ad zone is not on your list but belongs to the same account.',
  },
  'own-relation': { zh: '链接里是你自己的渠道。', en: 'The link carries your own relation id.' },
  'other-pid': {
    zh: '链接里是别人的推广位，佣金归他人。请换成自己的链接。',
    en: 'The link carries somebody else’s pid; the commission is theirs. Replace it with your own link.',
  },
  'pid-visible': {
    zh: '链接带有推广位；在设置里填上自己的 pid，就能看出归谁。',
    en: 'The link carries a pid; add your own pids in the settings to see whose it is.',
  },
  'affiliate-link': {
    zh: '推广链接，会计佣金；推广位已加密，看不出归谁。',
    en: 'An affiliate link; its promoter is encrypted, so whose it is cannot be read.',
  },
  'affiliate-column': {
    zh: '来自表格的推广列，按推广链接计；归属以导出账号为准。',
    en: 'From an affiliate column of the file; it belongs to the account that exported it.',
  },
  'pasted-affiliate': {
    zh: '推广链接，但推广位已加密，又来自粘贴的文字：佣金归写文字的人，不一定归你。',
    en: 'An affiliate link whose promoter is encrypted, out of a pasted text: it pays whoever made it, maybe not you.',
  },
  'said-own': {
    zh: '粘贴时说明过是自己联盟账号生成的链接。',
    en: 'When it was pasted you said that your own Alimama account made it.',
  },
  'own-keys': { zh: '用你自己的开放平台密钥生成的。', en: 'Made with your own Open Platform keys.' },
  'own-file': {
    zh: '来自你自己的联盟账号导出的商品文件。',
    en: 'From a product file that your own Alimama account exported.',
  },
  'short-link': {
    zh: '淘宝短链可能是推广，也可能是普通分享，解析或重新生成后才知道。',
    en: 'A Taobao short link may be affiliate or ordinary; resolve it or make a new one to know.',
  },
  token: {
    zh: '口令看不出有没有佣金，解析或重新生成后才知道。',
    en: 'A 口令 does not show whether it pays; resolve it or make a new one to know.',
  },
  'app-share': {
    zh: '淘宝 App 的分享文案，一般是普通分享，很可能没有佣金。',
    en: 'A Taobao app share, usually ordinary: it probably pays nothing.',
  },
  'landing-page': { zh: '联盟落地页，网址里看不到推广位。', en: 'An Alimama landing page whose address shows no pid.' },
  'activity-page': { zh: '会场页，网址里看不到推广位。', en: 'An activity page whose address shows no pid.' },
  'no-promoter': {
    zh: '推广页缺少推广参数，可能被截断了，请重新复制。',
    en: 'The affiliate page lacks its promoter; it may have been cut off, copy it again.',
  },
  'cut-off': {
    zh: '链接不完整：在换行或省略号处断开了，看不出佣金归谁。请重新复制完整的链接。',
    en: 'The link is not whole: a line break or an ellipsis cuts it, so whom it pays cannot be told. Copy it again.',
  },
  'resolve-first': {
    zh: '从网址看不出去处，解析后才知道有没有佣金。',
    en: 'The address does not show where it leads; resolve it first.',
  },
  'plain-page': { zh: '普通网页，看不出有没有佣金。', en: 'A plain web page; whether it pays cannot be seen.' },
  'no-inner-page': { zh: 'App 链接里没有可读的网页。', en: 'The app link holds no readable page.' },
  'resolved-affiliate': {
    zh: '检测时经过了推广链接，会计佣金；推广位没有显示，看不出归谁。',
    en: 'Followed, it passes an affiliate link, so it pays; whose it is was not shown.',
  },
  'resolved-plain': {
    zh: '检测时打开的是不带推广位的页面，卖出没有佣金。',
    en: 'Followed, it opens a page without a promoter: a sale pays nothing.',
  },
};

export const certaintyNames: Record<EarningCertainty, MessageText> = {
  read: { zh: '确定：链接或来源写明', en: 'Sure: the link or its source says so' },
  likely: { zh: '大概：由形式或来源推断', en: 'Likely: by its form or where it came from' },
  open: { zh: '说不准：没有依据', en: 'Open: nothing tells' },
};

export const earningStepMessages: Record<EarningStep, MessageText> = {
  follow: {
    zh: '检测一次：跟着链接走，看它经过谁的推广。',
    en: 'Check it: following the link shows whose promotion it passes.',
  },
  regenerate: {
    zh: '用自己的联盟账号重新转链，再贴回来。',
    en: 'Make the link anew with your own Alimama account and paste it back.',
  },
  'add-own-pids': {
    zh: '在设置里填上自己的 pid，就知道归不归自己。',
    en: 'Add your own pids in the settings; then it is known whether it is yours.',
  },
  'copy-again': {
    zh: '链接可能被截断了，从来源处重新复制完整的一条。',
    en: 'The link may have been cut off; copy the whole of it again.',
  },
  'own-files': {
    zh: '如果商品文件都是自己的联盟账号导出的，在设置里说明一次。',
    en: 'If your own Alimama account exports your product files, say so once in the settings.',
  },
  claim: {
    zh: '如果是自己的联盟账号生成的，标明是自己的。',
    en: 'If your own Alimama account made it, say that it is yours.',
  },
};

/** `{lastDay}`, `{days}`. */
export const validityMessages: Record<ValidityBasis, MessageText> = {
  'coupon-end': { zh: '和优惠券一起有效到 {lastDay}。', en: 'Good until the coupon ends: {lastDay}.' },
  'short-link-days': {
    zh: '短链接 {days} 天有效，从导出或创建那天算起，有效到 {lastDay}。',
    en: 'Short links last {days} days, counted from the day of export or creation: good until {lastDay}.',
  },
  'token-days': {
    zh: '口令 {days} 天有效，从导出或创建那天算起，有效到 {lastDay}。',
    en: '口令 last {days} days, counted from the day of export or creation: good until {lastDay}.',
  },
  'dead-domain': { zh: '2016–2018 年的分享域名，已失效。', en: 'A share domain of 2016–2018, dead.' },
  'while-listed': { zh: '商品在架期间有效。', en: 'Good while the item is listed.' },
  'event-period': { zh: '活动期间有效，结束日期未知。', en: 'Good while the event lasts; its end is not known.' },
  'set-by-issuer': {
    zh: '有效期由生成者设定，链接里看不出。',
    en: 'Set by whoever made it; the link does not show it.',
  },
  'issue-day-unknown': {
    zh: '有效 {days} 天，但不知道哪天生成，无法算出到期日。',
    en: 'Lasts {days} days, but the day it was made is not known.',
  },
  'not-stated': { zh: '没有公开的有效期。', en: 'No validity is stated anywhere.' },
};

/** `{kind}` `{outcome}` `{earns}` `{length}` `{expiresOn}` of the chosen link, `{other…}` of the runner-up. */
export const choiceMessages: Record<ChoiceReason, MessageText> = {
  none: { zh: '这个商品没有链接。', en: 'This product has no link.' },
  'only-candidate': { zh: '只有这一条链接：{kind}（{outcome}）。', en: 'The only link: {kind} ({outcome}).' },
  usable: {
    zh: '选{kind}：其余链接在这里不能用（{otherKind}：{otherOutcome}）。',
    en: '{kind}: the others cannot be used here ({otherKind}: {otherOutcome}).',
  },
  goods: {
    zh: '选{kind}：它通向商品，{otherKind}不是买的地方。',
    en: '{kind}: it leads to goods; {otherKind} is not where to buy.',
  },
  earning: { zh: '选{kind}：{earns}，而{otherKind}{otherEarns}。', en: '{kind}: {earns}; {otherKind}: {otherEarns}.' },
  lasts: {
    zh: '选{kind}：到活动那天还有效；{otherKind}那时已失效（有效到 {otherExpiresOn}）。',
    en: '{kind}: still good on the day of posting; {otherKind} is not (good until {otherExpiresOn}).',
  },
  coupon: {
    zh: '选{kind}：能领到券，买家付的就是文案里的券后价；{otherKind}没有券。',
    en: '{kind}: it leads to the coupon, so buyers pay the price in the copy; {otherKind} does not.',
  },
  outcome: {
    zh: '选{kind}：{outcome}，好过{otherKind}的{otherOutcome}。',
    en: '{kind}: {outcome}, better than {otherKind}: {otherOutcome}.',
  },
  validity: { zh: '选{kind}：有效期更长（{expiresOn}）。', en: '{kind}: valid for longer ({expiresOn}).' },
  length: {
    zh: '选{kind}：条件相同，文字更短（{length} 字）。',
    en: '{kind}: all else equal, shorter ({length} characters).',
  },
  tie: {
    zh: '选{kind}：几条链接条件相同，按固定顺序取第一条。',
    en: '{kind}: several links are equal; the first in a fixed order.',
  },
  'fallback-not-clickable': {
    zh: '没有能点开的链接，只好用{kind}：{outcome}。',
    en: 'No link can be tapped here; {kind} is all there is: {outcome}.',
  },
  'fallback-other-pid': {
    zh: '只有别人的推广链接（{kind}），佣金归他人，请先换成自己的。',
    en: 'Only somebody else’s affiliate link ({kind}); the commission is theirs. Replace it first.',
  },
  'fallback-blocked': {
    zh: '所有链接在这里都被拦截（{kind}），请换链接或换渠道。',
    en: 'Every link is blocked here ({kind}); change the link or the channel.',
  },
  'fallback-dead': {
    zh: '所有链接都已失效（{kind}），请重新生成。',
    en: 'Every link is dead ({kind}); make a new one.',
  },
};

/** One sentence on why a link was chosen. */
export function describeChoice(choice: Pick<LinkChoice, 'reason' | 'params'>, locale: Locale): string {
  const pick = (text: MessageText): string => (locale === 'en' ? text.en : text.zh);
  const noEnd = locale === 'en' ? 'no known end' : '没有已知的截止日';
  const params: Record<string, string | number> = { expiresOn: noEnd, ...choice.params };
  for (const prefix of ['', 'other'] as const) {
    const key = (name: string): string =>
      prefix === '' ? name : prefix + name.charAt(0).toUpperCase() + name.slice(1);
    translate(params, key('kind'), linkKindNames, pick);
    translate(params, key('outcome'), outcomeNames, pick);
    translate(params, key('earns'), earnsNames, pick);
  }
  return fillMessage(choiceMessages[choice.reason], params, locale);
}

function translate(
  params: Record<string, string | number>,
  key: string,
  names: Readonly<Record<string, MessageText>>,
  pick: (text: MessageText) => string,
): void {
  const id = params[key];
  const name = typeof id === 'string' && Object.hasOwn(names, id) ? names[id] : undefined;
  if (name) params[key] = pick(name);
}
