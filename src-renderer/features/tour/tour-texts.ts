import type { Texts } from '../../i18n/texts.ts';

export const tourTexts = {
  'tour.imports.title': { zh: '先导入一张商品表格', en: 'First bring in a product table' },
  'tour.imports.text': {
    zh: '点“导入商品文件”，或把表格拖进窗口。读不懂的行会逐条说明，随时可以撤销。',
    en: 'Choose “Import product files” or drop a table into the window. Rows that cannot be read are explained one by one, and an import can be undone.',
  },
  'tour.links.title': { zh: '发之前，先看能不能打开', en: 'See what opens before you post' },
  'tour.links.text': {
    zh: '每条链接和口令在私聊、群、朋友圈里会怎样、有没有佣金、哪天失效，都写明依据。',
    en: 'What each link and 口令 does in chats, groups and Moments, whether it pays and when it ends, with what that rests on.',
  },
  'tour.inbox.title': { zh: '有问题的都在这里', en: 'Everything wrong is here' },
  'tour.inbox.text': {
    zh: '会被拦截、会违规、赚不到佣金的内容按原因归类，一次改一批，改之前都能看到，改错能撤销。',
    en: 'What would be blocked, banned or unpaid, by cause. Fix many at once; every change is shown first and can be taken back.',
  },
  'tour.campaigns.title': { zh: '建活动，导出文案包', en: 'Make a campaign, export a pack' },
  'tour.campaigns.text': {
    zh: '选商品、选渠道，文案和链接自动备好；导出后在电脑或手机上照着发。软件不会替你自动发送。',
    en: 'Pick products and places; copy and links are prepared. Export and post from the PC or the phone. The app never posts by itself.',
  },
  'tour.skip': { zh: '跳过', en: 'Skip' },
  'tour.previous': { zh: '上一步', en: 'Back' },
  'tour.next': { zh: '下一步', en: 'Next' },
  'tour.finish': { zh: '开始使用', en: 'Start' },
  'tour.progress': { zh: '第 {n} 步，共 {total} 步', en: 'Step {n} of {total}' },
  'tour.again': { zh: '使用引导', en: 'Tour of the app' },
  'tour.again.note': { zh: '四步看完主要功能在哪里。', en: 'Where the main things are, in four steps.' },
  'tour.again.do': { zh: '再看一遍', en: 'Show again' },
} as const satisfies Texts;
