import type { Texts } from '../../i18n/texts.ts';

export const settingsTexts = {
  'settings.general': { zh: '常规', en: 'General' },
  'settings.language': { zh: '语言', en: 'Language' },
  'settings.theme': { zh: '外观', en: 'Appearance' },
  'settings.theme.system': { zh: '跟随系统', en: 'System' },
  'settings.theme.light': { zh: '浅色', en: 'Light' },
  'settings.theme.dark': { zh: '深色', en: 'Dark' },
  'settings.surface': { zh: '常发的位置', en: 'Usual place' },
  'settings.surface.note': {
    zh: '总览和列表先按这里判断链接能否打开。',
    en: 'Overview and lists judge links for this place first.',
  },
  'settings.asOf': { zh: '按此日期判断', en: 'Judge as of' },
  'settings.asOf.note': {
    zh: '留空即按今天的规则。选过去的日期可以看当时能否打开。',
    en: 'Empty means today’s rules. A past day shows what opened then.',
  },
  'settings.adMark': { zh: '文案加【广告】标识', en: 'Mark copy as 【广告】' },
  'settings.adMark.note': {
    zh: '附购买链接的推荐应显著标明“广告”（《互联网广告管理办法》第九条）。',
    en: 'Recommendations with a purchase link must be marked as advertising (Internet Advertising Measures, art. 9).',
  },
  'settings.network': { zh: '网络', en: 'Network' },
  'settings.network.note': {
    zh: '只有检查链接和下载商品图时联网，除此之外不发送任何数据。',
    en: 'The app goes online only to check links and to fetch product images; nothing else is sent.',
  },
  'settings.proxy': { zh: '代理', en: 'Proxy' },
  'settings.proxy.system': { zh: '系统设置', en: 'System' },
  'settings.proxy.manual': { zh: '手动', en: 'Manual' },
  'settings.proxy.none': { zh: '不用代理', en: 'None' },
  'settings.proxy.url': { zh: '代理地址', en: 'Proxy address' },
  'settings.proxy.url.note': {
    zh: '只支持 http:// 代理；多数代理软件都提供 HTTP 端口。',
    en: 'http:// only; most proxy programs offer an HTTP port.',
  },
  'settings.data': { zh: '数据', en: 'Data' },
  'settings.data.note': { zh: '所有数据都保存在本机。', en: 'All data stays on this computer.' },
  'settings.dataDir': { zh: '数据目录', en: 'Data folder' },
  'settings.version': { zh: '版本', en: 'Version' },
  'settings.schema': { zh: '数据版本', en: 'Data version' },
  'settings.host.electron': { zh: '桌面窗口', en: 'Desktop window' },
  'settings.host.browser': { zh: '浏览器窗口', en: 'Browser window' },
  'settings.host.cli': { zh: '命令行', en: 'Command line' },
  'settings.host.test': { zh: '测试', en: 'Test' },
} as const satisfies Texts;
