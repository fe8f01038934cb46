import type { PackIssue } from '#domain/compliance/packs/pack-issue';
import type { UserListIssue } from '#domain/compliance/user/list-rows';
import type { MessageText } from './format-message.ts';

/** Sentences for refused rule packs. `{where}` is the place inside the pack, `{detail}` what was found there. */
export const packIssueMessages: Record<PackIssue['code'], MessageText> = {
  'not-json': { zh: '规则包不是有效的 JSON 文件：{detail}', en: 'The rule pack is not valid JSON: {detail}' },
  'too-large': {
    zh: '规则包过大（{where}：{detail}），没有载入。',
    en: 'The rule pack is too large ({where}: {detail}) and was not loaded.',
  },
  'too-deep': {
    zh: '规则包嵌套过深（{where}），没有载入。',
    en: 'The rule pack is nested too deeply ({where}) and was not loaded.',
  },
  type: {
    zh: '规则包“{where}”的内容类型不对（{detail}）。',
    en: 'The rule pack has a wrong type at "{where}" ({detail}).',
  },
  name: {
    zh: '规则包“{where}”使用了不允许的名称“{detail}”。',
    en: 'The rule pack uses a name that is not allowed at "{where}": "{detail}".',
  },
  kind: {
    zh: '不能载入“{detail}”这种规则包，可以载入的是 words、grammar 和 rules。',
    en: 'Packs of kind "{detail}" cannot be loaded; words, grammar and rules can.',
  },
  date: {
    zh: '规则包“{where}”的日期应写成 YYYY-MM-DD，现在是“{detail}”。',
    en: 'Dates are YYYY-MM-DD; the rule pack has "{detail}" at "{where}".',
  },
  examples: {
    zh: '规则包“{where}”至少要有两个正例和两个反例。',
    en: 'Rules need at least two positive and two negative examples ("{where}").',
  },
  grammar: { zh: '规则包的语法无法编译：{detail}', en: 'The grammar of the rule pack cannot be compiled: {detail}' },
  'unknown-detector': {
    zh: '规则“{where}”引用了不存在的检测项“{detail}”。',
    en: 'Rule "{where}" refers to an unknown detector "{detail}".',
  },
  id: {
    zh: '规则包编号“{detail}”不合规矩：用小写字母、数字和 . _ -，可加 @年-月，例如 my-shop@2026-11。',
    en: 'The pack id "{detail}" is not valid: use lower-case letters, digits and . _ -, with @year-month if you like.',
  },
  'id-taken': {
    zh: '编号“{detail}”已被别的规则包使用，请换一个。',
    en: 'The id "{detail}" is used by another pack; choose a different one.',
  },
  source: { zh: '规则“{where}”没有写出处（source）。', en: 'Rule "{where}" names no source.' },
  'example-missed': {
    zh: '规则“{where}”没有命中自己的正例“{detail}”。',
    en: 'Rule "{where}" does not find its own positive example "{detail}".',
  },
  'example-flagged': {
    zh: '规则“{where}”误报了自己的反例“{detail}”。',
    en: 'Rule "{where}" flags its own negative example "{detail}".',
  },
};

/** Why an entry of the user's lists cannot be used. `{value}` is what was written. */
export const listIssueMessages: Record<UserListIssue['code'], MessageText> = {
  columns: { zh: '文件缺少“{value}”列。', en: 'The file lacks the column "{value}".' },
  'not-json': { zh: '不是有效的 JSON 文件（{value}）。', en: 'Not a valid JSON file ({value}).' },
  'no-lists': {
    zh: 'JSON 文件里没有 words 或 phrases 列表。',
    en: 'The JSON file holds neither a "words" nor a "phrases" list.',
  },
  'not-an-entry': { zh: '不是一个词条。', en: 'This is not an entry.' },
  empty: { zh: '没有写词语。', en: 'There is no text.' },
  'too-long': {
    zh: '“{value}”过长：词语最多 100 字，说明和证明最多 300 字，类别最多 40 字。',
    en: '"{value}" is too long: words up to 100 characters, notes and proofs 300, categories 40.',
  },
  list: {
    zh: '“{value}”没有写明属于哪个词表（自定义词 或 白名单）。',
    en: '"{value}" does not say which list it belongs to (word or allow).',
  },
  severity: {
    zh: '“{value}”的级别应为 违规、有风险 或 提示（block、warn、info）。',
    en: 'The severity of "{value}" must be block, warn or info.',
  },
  date: {
    zh: '“{value}”的有效期应写成 2027-01-31 这样的日期。',
    en: 'The expiry of "{value}" must be a date such as 2027-01-31.',
  },
  'too-many': {
    zh: '“{value}”放不下了：自定义词和白名单各最多 5000 条，匹配式最多 100 条。',
    en: 'No room for "{value}": up to 5,000 words, 5,000 allow-phrases and 100 patterns.',
  },
  duplicate: { zh: '“{value}”与前面的词条重复。', en: '"{value}" repeats an earlier entry.' },
  'pattern-too-long': {
    zh: '匹配式“{value}”过长，最多 200 个字符。',
    en: 'The pattern "{value}" is over 200 characters.',
  },
  'pattern-too-large': {
    zh: '匹配式“{value}”的重复次数过多，会拖慢检查，请缩小花括号里的数字。',
    en: 'The pattern "{value}" repeats too much and would slow the check down; use smaller counts.',
  },
  'pattern-empty-match': {
    zh: '匹配式“{value}”什么都不写也会命中，请至少写一个必须出现的字。',
    en: 'The pattern "{value}" matches even empty text; include something that must appear.',
  },
  'pattern-syntax': {
    zh: '匹配式“{value}”写法有误（不支持前后查找和反向引用）。',
    en: 'The pattern "{value}" cannot be read (no look-around, no back-references).',
  },
};

export const listRowMessage: MessageText = { zh: '第 {line} 行：{problem}', en: 'Row {line}: {problem}' };

/** What a finding of an own word says that carries no note. */
export const plainWordNote: MessageText = {
  zh: '在你的自定义词表里。',
  en: 'It is on your own word list.',
};

/** Stands for the place of a problem that concerns a pack file as a whole. */
export const packFileName: MessageText = { zh: '文件', en: 'the file' };
