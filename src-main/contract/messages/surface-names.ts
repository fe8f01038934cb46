import type { SurfaceId } from '../surfaces.ts';
import type { MessageText } from './format-message.ts';

/** The places in WeChat, as packs and the command line call them. */
export const surfaceNames = {
  chat_1v1: { zh: '私聊', en: 'Private chat' },
  group: { zh: '微信群', en: 'Group chat' },
  moments: { zh: '朋友圈', en: 'Moments' },
  oa_article: { zh: '公众号正文', en: 'Official account article' },
  oa_article_readmore: { zh: '公众号阅读原文', en: 'Article “read more”' },
  oa_menu: { zh: '公众号菜单', en: 'Official account menu' },
  oa_mass_message: { zh: '公众号群发消息', en: 'Official account message' },
  channels: { zh: '视频号', en: 'Channels' },
  mini_program: { zh: '小程序', en: 'Mini program' },
  scan_qr: { zh: '扫码', en: 'QR scan' },
  pc_client: { zh: '电脑版微信', en: 'WeChat for PC' },
  wecom: { zh: '企业微信', en: 'WeCom' },
} as const satisfies Record<SurfaceId, MessageText>;
