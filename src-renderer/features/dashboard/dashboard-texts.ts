import type { Texts } from '../../i18n/texts.ts';

export const dashboardTexts = {
  'dashboard.basis': { zh: '按 {date} 的规则判断 · 规则包 {pack}', en: 'Judged by the rules of {date} · pack {pack}' },
  'dashboard.products': { zh: '商品', en: 'Products' },
  'dashboard.closed': { zh: '{surface}打不开的链接', en: 'Links that do not open: {surface}' },
  'dashboard.ofLinks': { zh: '共 {n} 条链接', en: 'of {n} {n|link|links}' },
  'dashboard.banned': { zh: '文案违规的商品', en: 'Products with banned wording' },
  'dashboard.risky': { zh: '{n} 件有风险用语', en: '{n} with risky wording' },
  'dashboard.unscanned': { zh: '还有 {n} 件没有检查', en: '{n} {n|product|products} not checked yet' },
  'dashboard.ending7': { zh: '7 天内到期的链接', en: 'Links ending in 7 days' },
  'dashboard.couponsEnding7': { zh: '{n} 张券 7 天内到期', en: '{n} coupons end in 7 days' },
  'dashboard.atStake': { zh: '没有把握的佣金', en: 'Commission at stake' },
  'dashboard.atStakeNote': {
    zh: '{n} 件商品没有确定能用的推广链接（每件按一单算）',
    en: 'Products without an affiliate link known to work: {n} (one sale each)',
  },

  'dashboard.today': { zh: '今天能发吗', en: 'Can I post today' },
  'dashboard.readiness': {
    zh: '{campaigns} 个活动今天可发：{ready} 条可以发，{fix} 条要先处理。',
    en: 'Campaigns for today: {campaigns}. Items that can go out: {ready}; to be fixed first: {fix}.',
  },
  'dashboard.readinessLater': {
    zh: '以后几天的活动里还有 {fix} 条要处理。',
    en: 'In campaigns of days to come, to be fixed: {fix}.',
  },
  'dashboard.noCampaign': { zh: '今天没有要发的活动。', en: 'No campaign is due today.' },
  'dashboard.undated': { zh: '未定日期', en: 'no date' },
  'dashboard.toInbox': { zh: '去处理 {n} 条', en: 'Fix {n}' },
  'dashboard.toCampaigns': { zh: '管理活动', en: 'Manage campaigns' },

  'dashboard.openability': { zh: '各位置能否打开', en: 'Openability by place' },
  'dashboard.openability.note': {
    zh: '链接条数，点数字看明细。结论来自有日期的规则和检查记录，“未知”表示没有可用依据。',
    en: 'Number of links; click one for its rows. From dated rules and check records; “unknown” means there is no usable basis.',
  },
  'dashboard.share': { zh: '占比', en: 'Share' },

  'dashboard.findings': { zh: '商品文案的问题', en: 'Wording of products' },
  'dashboard.findings.note': { zh: '标题和推荐语，按商品件数', en: 'Titles and recommendation texts, in products' },
  'dashboard.findings.none': {
    zh: '标题和推荐语中未发现违规用语。',
    en: 'No risky wording found in titles and recommendations.',
  },

  'dashboard.earning': { zh: '佣金归谁', en: 'Whose commission' },
  'dashboard.totalCommission': { zh: '全部商品各卖一单的佣金：', en: 'One sale of every product:' },
  'dashboard.noPids': {
    zh: '还没有填写自己的 pid，无法确认佣金归谁。',
    en: 'Your own pids are not set, so nobody’s commission can be confirmed.',
  },
  'dashboard.toSettings': { zh: '去设置', en: 'Open settings' },

  'dashboard.calendar': { zh: '未来 30 天到期', en: 'Ending in the next 30 days' },
  'dashboard.calendar.none': {
    zh: '这 30 天里没有链接或券到期。',
    en: 'No link and no coupon ends in these 30 days.',
  },
  'dashboard.endingLinks': { zh: '到期的链接', en: 'Links ending' },
  'dashboard.endingCoupons': { zh: '到期的券', en: 'Coupons ending' },
  'dashboard.day': { zh: '日期', en: 'Day' },

  'dashboard.changes': { zh: '最近的变化', en: 'What changed' },
  'dashboard.lastImport.title': { zh: '最近一次导入', en: 'Last import' },
  'dashboard.lastImport': {
    zh: '{at} 导入“{file}”：新增 {created}，更新 {updated}。',
    en: 'Imported “{file}” on {at}: {created} new, {updated} updated.',
  },
  'dashboard.since': { zh: '自 {day} 上次查看以来', en: 'Since you last looked on {day}' },
  'dashboard.since.none': {
    zh: '从明天起，这里会说明与上次查看相比有什么变化。',
    en: 'From tomorrow on this says what is different from the last time you looked.',
  },
  'dashboard.since.products': { zh: '商品', en: 'Products' },
  'dashboard.since.links': { zh: '链接', en: 'Links' },
  'dashboard.since.closed': { zh: '{surface}打不开的链接', en: 'Links that do not open: {surface}' },
  'dashboard.since.banned': { zh: '文案违规的商品', en: 'Products with banned wording' },
  'dashboard.since.endedLinks': { zh: '期间到期的链接', en: 'Links that ended' },
  'dashboard.since.endedCoupons': { zh: '期间到期的券', en: 'Coupons that ended' },
  'dashboard.since.turned': { zh: '检测 {runs} 次，结果变了的链接', en: 'Links that turned in {runs} checks' },
  'dashboard.since.same': { zh: '没有变化', en: 'unchanged' },

  'dashboard.trend': { zh: '历次检测', en: 'Checks over time' },
  'dashboard.trend.note': {
    zh: '每次检测的链接条数，按检测时的结果；各次检测的范围可能不同。',
    en: 'Links of each check by its results; checks may have covered different links.',
  },
  'dashboard.trend.none': {
    zh: '还没有检测过链接。检测后可以看到每次的结果怎样变化。',
    en: 'No links were checked yet. After checks this shows how their results develop.',
  },
  'dashboard.trend.toLinks': { zh: '去检测链接', en: 'Check links' },
  'dashboard.trend.run': { zh: '检测', en: 'Check' },
  'dashboard.trend.open': { zh: '能打开', en: 'Open' },
  'dashboard.trend.copy': { zh: '要复制', en: 'Need copying' },
  'dashboard.trend.closed': { zh: '打不开', en: 'Closed' },
  'dashboard.trend.unknown': { zh: '未知', en: 'Unknown' },
  'dashboard.trend.skipped': { zh: '没检测成', en: 'Not checked' },
  'dashboard.trend.turned': { zh: '结果变了', en: 'Turned' },

  'dashboard.ruleChanges': { zh: '影响你链接的规则变化', en: 'Rule changes about your links' },
  'dashboard.ruleChanges.none': { zh: '没有相关的规则变化记录。', en: 'No rule change about your links is on record.' },
  'dashboard.changedLinks': { zh: '{n} 条', en: '{n} {n|link|links}' },
  'dashboard.toRules': { zh: '查看规则', en: 'Open rules' },

  'first.title': { zh: '从导入商品文件开始', en: 'Start by importing a product file' },
  'first.text': {
    zh: '支持淘宝联盟选品库、精选清单，大淘客、好单库等导出的表格。数据只保存在这台电脑上，不用登录，不用联网。',
    en: 'Alimama exports, Dataoke, Haodanku and other product tables. Data stays on this computer; no account, no network.',
  },
  'first.import': { zh: '导入', en: 'Import' },
  'first.import.text': {
    zh: '读出商品、券和推广链接，坏行逐条说明。',
    en: 'Products, coupons and links are read; bad rows are explained one by one.',
  },
  'first.check': { zh: '检查', en: 'Check' },
  'first.check.text': {
    zh: '每条链接在微信各处能否打开、有没有佣金。',
    en: 'Where in WeChat each link opens, and whether it earns.',
  },
  'first.campaign': { zh: '建活动', en: 'Campaign' },
  'first.campaign.text': {
    zh: '选商品和位置，自动挑链接、写文案、标出违规。',
    en: 'Pick products and a place; links, copy and warnings follow.',
  },
  'first.export': { zh: '导出文案包', en: 'Export' },
  'first.export.text': {
    zh: '文字、海报、预览页，拿到手机上直接发。',
    en: 'Texts, posters and a preview page, ready to post.',
  },
} as const satisfies Texts;
