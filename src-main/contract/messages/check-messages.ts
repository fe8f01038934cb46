import type { DueReason } from '../../domain/checking/due-check.ts';
import type { MessageText } from './format-message.ts';
import { probeMessages, type ProbeReason } from './probe-messages.ts';

/** Why a run asked nothing about a link, beside what the probes themselves say. */
const ownSkips = {
  'nothing-to-ask': {
    zh: '口令、小程序链接这类文字没有网址，网络探测不到；按规则判断，可以用真机验证。',
    en: 'Text such as 口令 holds no address to probe; it is judged by policy and can be tried on a phone.',
  },
  'link-gone': { zh: '链接已不在目录里，未检测。', en: 'The link has left the catalog; not checked.' },
} as const satisfies Record<string, MessageText>;

export type SkipReason = keyof typeof ownSkips | ProbeReason;

/** The sentence for a skipped link. Probe sentences may hold places that only a probe's own answer can fill. */
export function skipMessage(reason: SkipReason): MessageText {
  if (Object.hasOwn(ownSkips, reason)) return ownSkips[reason as keyof typeof ownSkips];
  const { zh, en } = probeMessages[reason as ProbeReason];
  return { zh: zh.replace(/（\{[a-z]+\}）/gi, ''), en: en.replace(/ ?\(\{[a-z]+\}\)/gi, '') };
}

export const dueReasonMessages: Record<DueReason, MessageText> = {
  'campaign-soon': { zh: '活动即将发布', en: 'Its campaign is about to be posted' },
  'ending-soon': { zh: '活动里的链接或券快到期', en: 'In a campaign and about to end' },
  'was-in-trouble': { zh: '上次检测有问题，复查', en: 'In trouble at the last check' },
  'in-campaign': { zh: '活动里的链接，该再查一次', en: 'In a campaign and not checked lately' },
  old: { zh: '上次检测已过两周', en: 'Last checked more than two weeks ago' },
  'never-checked': { zh: '还没有检测过', en: 'Never checked' },
};

/** What each probe asks and what its answer can and cannot mean; shown with every result. */
export const probeMeanings = {
  wapredirect: {
    name: { zh: '微信文章跳转', en: 'WeChat article jump' },
    asks: {
      zh: '把链接交给微信公开的文章跳转服务，看它放行还是转到提示页。不访问链接本身。',
      en: "Gives the link to WeChat's public article jump and sees whether it lets it pass. The link itself is not visited.",
    },
    limits: {
      zh: '只反映微信服务端在公众号文章跳转这个场景的拦截；看不到微信客户端自己的拦截，也不代表私聊、群、朋友圈一定能打开。',
      en: 'Shows server-side blocks in the article-jump scene only. Blocks inside the WeChat client cannot be seen, and chats, groups and Moments may differ.',
    },
  },
  direct: {
    name: { zh: '访问链接', en: 'Visit' },
    asks: {
      zh: '以微信浏览器的身份打开链接，逐跳记录；自有网页再用普通浏览器打开一次，比较两边是否一致。',
      en: 'Opens the link as the WeChat browser, hop by hop; own pages are opened once more as an ordinary browser and compared.',
    },
    limits: {
      zh: '看到的是服务器给这次请求的页面，页面脚本没有执行；要登录或验证的页面看不到。推广链接每访问一次会计一次点击。',
      en: 'Sees what the server gave to this request; scripts are read, not run; pages behind logins stay unseen. Each visit of an affiliate link counts as a click.',
    },
  },
  resolve: {
    name: { zh: '解析短链', en: 'Resolve' },
    asks: {
      zh: '以普通浏览器的身份跟到底，看短链打开的是哪个商品、带谁的推广位。',
      en: 'Follows a short link as an ordinary browser to see which item it opens and whose pid it carries.',
    },
    limits: {
      zh: '加密的推广位看不到；平台可能给不同的人不同的去处。',
      en: 'Encrypted pids stay unseen; platforms may send different people to different places.',
    },
  },
} as const satisfies Record<string, { name: MessageText; asks: MessageText; limits: MessageText }>;
