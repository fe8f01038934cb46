import type { Finding } from '#domain/compliance/finding';
import type { FoldName } from '#domain/compliance/text/view';
import type { MessageText } from './format-message.ts';

/** Names of the categories the shipped rules use; users' own words may bring others, which are shown as they are. */
export const categoryNames: Readonly<Record<string, MessageText>> = {
  'share.forced': { zh: '强制分享', en: 'Forced sharing' },
  'share.hint': { zh: '明示或暗示分享', en: 'Hint to share' },
  'share.incentive': { zh: '利诱分享', en: 'Reward for sharing' },
  'share.assist': { zh: '助力、砍价、集赞', en: 'Assist, bargain or like tasks' },
  'share.coerce': { zh: '胁迫、煽动分享', en: 'Pressure to share' },
  'follow.induced': { zh: '诱导关注', en: 'Induced following' },
  'jump.incentive': { zh: '利诱下载或跳转', en: 'Reward for downloading or leaving' },
  'jump.mismatch': { zh: '误导跳转', en: 'Misleading jump' },
  'jump.forced': { zh: '强制跳转', en: 'Forced jump' },
  'h5.game_test': { zh: 'H5 游戏、测试', en: 'H5 game or quiz' },
  'groupbuy.improper': { zh: '违规拼团', en: 'Improper group buying' },
  'vote.paid': { zh: '有偿投票', en: 'Paid voting' },
  'token.special_code': { zh: '口令类信息', en: 'Token or special code' },
  'privacy.overlay': { zh: '用户数据浮层', en: 'Overlay with user data' },
  'privacy.avatar': { zh: '违规使用头像', en: 'Misuse of avatars' },
  'privacy.sensitive_data': { zh: '收集敏感信息', en: 'Collects sensitive data' },
  'spoof.wechat': { zh: '仿冒微信功能', en: 'Imitates WeChat' },
  fraud: { zh: '欺诈、虚假活动', en: 'Fraud or fake offers' },
  rumor: { zh: '谣言', en: 'Rumour' },
  'spam.harass': { zh: '骚扰、过度营销', en: 'Spam or over-marketing' },
  illegal: { zh: '违法内容', en: 'Illegal content' },
  'evade.multi_domain': { zh: '多域名规避', en: 'Domain rotation' },
  'evade.cloaking': { zh: '内外展示不一致', en: 'Cloaking' },
  'distribution.multilevel': { zh: '多级分销', en: 'Multi-level distribution' },
  'adlaw.absolute': { zh: '绝对化用语', en: 'Absolute terms' },
  'adlaw.state': { zh: '借国家名义', en: 'Uses the state’s name' },
  'adlaw.medical': { zh: '医疗、保健功效', en: 'Medical claims' },
  'adlaw.efficacy': { zh: '效果承诺', en: 'Promised effect' },
  'adlaw.finance': { zh: '收益承诺', en: 'Promised returns' },
  'adlaw.education': { zh: '教育培训承诺', en: 'Promised exam results' },
  'adlaw.estate': { zh: '房产承诺', en: 'Real estate promises' },
  'adlaw.infant': { zh: '婴儿乳制品宣传', en: 'Infant formula claims' },
  'adlaw.alcohol': { zh: '酒类宣传', en: 'Alcohol claims' },
  'adlaw.ad_mark': { zh: '广告标识', en: 'Advertising mark' },
  'promo.lottery': { zh: '有奖销售', en: 'Prize draws' },
  'trade.paid_review': { zh: '好评返现', en: 'Paid reviews' },
  own: { zh: '自定义词', en: 'Own word' },
};

/** The name of a category, or the id itself for a category of the user's own. */
export function categoryName(category: string): MessageText {
  const known = Object.hasOwn(categoryNames, category) ? categoryNames[category] : undefined;
  return known ?? { zh: category, en: category };
}

/** What had to be undone to see through a disguise. */
export const foldNames: Record<FoldName, MessageText> = {
  invisible: { zh: '隐形字符', en: 'invisible characters' },
  'full-width': { zh: '全角字', en: 'full-width letters' },
  traditional: { zh: '繁体字', en: 'traditional characters' },
  styled: { zh: '花式字体', en: 'styled letters' },
  homoglyph: { zh: '形似字母', en: 'look-alike letters' },
  entity: { zh: '转义写法', en: 'escaped characters' },
  'inserted-symbol': { zh: '夹杂符号', en: 'inserted symbols' },
  emoji: { zh: '表情代字', en: 'emoji for words' },
  'split-character': { zh: '拆字', en: 'split characters' },
  homophone: { zh: '谐音字', en: 'homophones' },
  initials: { zh: '拼音首字母', en: 'pinyin initials' },
  reversed: { zh: '倒写', en: 'reversed text' },
  vertical: { zh: '竖排', en: 'vertical text' },
  pinyin: { zh: '拼音', en: 'pinyin' },
  'look-alike': { zh: '形近字', en: 'look-alike characters' },
  repeated: { zh: '重复字', en: 'repeated characters' },
};

/** What a part of a violation does. */
export const partRoleNames: Record<Finding['parts'][number]['role'], MessageText> = {
  action: { zh: '动作', en: 'action' },
  condition: { zh: '条件', en: 'condition' },
  reward: { zh: '好处', en: 'reward' },
  claim: { zh: '说法', en: 'claim' },
  token: { zh: '口令', en: 'token' },
  target: { zh: '对象', en: 'target' },
};
