import type { TopCapability } from '../top.ts';
import type { TopAction } from '../top-runs.ts';
import type { MessageText } from './format-message.ts';

/** What the app does through the Taobao Open Platform. */
export const capabilityNames: Record<TopCapability, MessageText> = {
  pid: { zh: '密钥和推广位（PID）', en: 'Keys and PID' },
  search: { zh: '搜索推广商品', en: 'Searching promoted products' },
  items: { zh: '查询商品信息', en: 'Product facts' },
  convert: { zh: '转链（生成推广链接）', en: 'Converting to promotion links' },
  shorten: { zh: '生成短链接', en: 'Short links' },
  token: { zh: '生成口令', en: 'Making 口令' },
};

export const topActionNames: Record<TopAction, MessageText> = {
  refresh: { zh: '刷新优惠券', en: 'Refresh coupons' },
  convert: { zh: '重新转链', en: 'Convert anew' },
  shorten: { zh: '生成短链接', en: 'Make short links' },
  tokens: { zh: '生成口令', en: 'Make 口令' },
};
