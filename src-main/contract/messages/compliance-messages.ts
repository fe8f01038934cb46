import type { MessageText } from './format-message.ts';

/** Sentences for refused rule packs. `{where}` is the place inside the pack, `{detail}` what was found there. */
export const packIssueMessages = {
  'not-json': { zh: '规则包不是有效的 JSON 文件：{detail}', en: 'The rule pack is not valid JSON: {detail}' },
  'too-large': {
    zh: '规则包过大（{where}：{detail}），为安全起见没有载入。',
    en: 'The rule pack is too large ({where}: {detail}) and was not loaded.',
  },
  'too-deep': {
    zh: '规则包嵌套过深（{where}），为安全起见没有载入。',
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
  kind: { zh: '不认识的规则包种类“{detail}”。', en: 'Unknown kind of rule pack: "{detail}".' },
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
} as const satisfies Record<string, MessageText>;

/** Sentences for rows of a user's word list that cannot be used. */
export const userListIssueMessages = {
  columns: { zh: '词表缺少必需的列：{value}', en: 'The list lacks required columns: {value}' },
  empty: { zh: '第 {line} 行没有词语，已跳过。', en: 'Row {line} has no text and was skipped.' },
  'too-long': { zh: '第 {line} 行过长，已跳过：{value}', en: 'Row {line} is too long and was skipped: {value}' },
  severity: {
    zh: '第 {line} 行的级别应为 block、warn 或 info：{value}',
    en: 'Row {line}: severity must be block, warn or info: {value}',
  },
  date: {
    zh: '第 {line} 行的有效期应写成 YYYY-MM-DD：{value}',
    en: 'Row {line}: the expiry must be YYYY-MM-DD: {value}',
  },
  'too-many': {
    zh: '词条过多，第 {line} 行起未导入：{value}',
    en: 'Too many entries; row {line} was not imported: {value}',
  },
  duplicate: { zh: '第 {line} 行重复，已跳过：{value}', en: 'Row {line} is a duplicate and was skipped: {value}' },
  'pattern-too-long': {
    zh: '第 {line} 行的匹配式过长（最多 200 个字符）：{value}',
    en: 'Row {line}: the pattern is over 200 characters: {value}',
  },
  'pattern-too-large': {
    zh: '第 {line} 行的匹配式重复次数过多，可能拖慢程序：{value}',
    en: 'Row {line}: the pattern repeats too much: {value}',
  },
  'pattern-empty-match': {
    zh: '第 {line} 行的匹配式会匹配空文字：{value}',
    en: 'Row {line}: the pattern matches empty text: {value}',
  },
  'pattern-syntax': {
    zh: '第 {line} 行的匹配式写法有误（不支持前后查找和反向引用）：{value}',
    en: 'Row {line}: the pattern cannot be read (no look-around, no back-references): {value}',
  },
} as const satisfies Record<string, MessageText>;
