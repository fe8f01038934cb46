import type { ListedPart, PackChange, RowSummary } from '../../domain/openability/diff-packs.ts';
import type { PackProblem, PackProblemCode } from '../../domain/openability/shape.ts';
import { fillMessage, joinList, type Locale, type MessageText } from './format-message.ts';
import { confidenceNames, named, outcomeNames, pick } from './openability-messages.ts';

/** `{name}`, `{value}`, `{max}` … as the problem gives them. */
const problemMessages: Record<PackProblemCode, MessageText> = {
  'too-large': {
    zh: '文件太大（{found} 字，最多 {max} 字）。',
    en: 'The file is too large ({found} characters, at most {max}).',
  },
  'not-json': {
    zh: '不是有效的 JSON 文件（{reason}）。请检查文件是否完整。',
    en: 'Not a valid JSON file ({reason}). Check that it is complete.',
  },
  'too-deep': { zh: '层次太深（最多 {max} 层）。', en: 'Nested too deeply (at most {max} levels).' },
  'forbidden-name': {
    zh: '含有不允许的名字或字符“{name}”，请删去。',
    en: 'Contains the forbidden name or character "{name}"; remove it.',
  },
  'control-character': {
    zh: '含有看不见的控制字符，请删去。',
    en: 'Contains invisible control characters; remove them.',
  },
  'wrong-type': {
    zh: '类型不对：应为{expected}，实际是{found}。',
    en: 'Wrong type: expected {expected}, found {found}.',
  },
  missing: { zh: '缺少字段“{name}”。', en: 'The field "{name}" is missing.' },
  'unknown-field': { zh: '不认识字段“{name}”，已忽略。', en: 'The field "{name}" is not known and was ignored.' },
  'text-too-long': {
    zh: '文字太长（{found} 字，最多 {max} 字）。',
    en: 'The text is too long ({found} characters, at most {max}).',
  },
  'bad-id': {
    zh: '编号“{value}”不合规：只能用字母、数字、点、横线、下划线和 @。',
    en: 'The id "{value}" is not allowed: letters, digits, dot, dash, underscore and @ only.',
  },
  'bad-day': {
    zh: '日期“{value}”不对：要写成 2026-11-23 这样真实存在的日期。',
    en: 'The date "{value}" is wrong: write a real day such as 2026-11-23.',
  },
  'not-one-of': { zh: '“{value}”不在允许的值里：{allowed}。', en: '"{value}" is not one of: {allowed}.' },
  'out-of-range': { zh: '数字超出范围（{min} 到 {max}）。', en: 'The number is out of range ({min} to {max}).' },
  'too-many': { zh: '条目太多（{found} 条，最多 {max} 条）。', en: 'Too many entries ({found}, at most {max}).' },
  empty: { zh: '不能为空。', en: 'Must not be empty.' },
  'duplicate-id': { zh: '编号“{value}”重复。', en: 'The id "{value}" is used twice.' },
  'unknown-reference': { zh: '引用了不存在的“{value}”。', en: 'Refers to "{value}", which does not exist.' },
  'unknown-kind': {
    zh: '不认识链接类型“{value}”，已忽略；可能需要更新程序。',
    en: 'The link kind "{value}" is not known and was ignored; the program may need an update.',
  },
  'from-after-to': {
    zh: '“{value}”的开始日期 {from} 晚于结束日期 {to}。',
    en: '"{value}" begins ({from}) after it ends ({to}).',
  },
  contradiction: {
    zh: '“{value}”与“{other}”在同一天对同一场景说法相反，请改其中一条的日期或结果。',
    en: '"{value}" and "{other}" say different things for the same surface on the same day; change one of them.',
  },
  overlap: { zh: '“{value}”与“{other}”日期重叠，说法相同。', en: '"{value}" and "{other}" overlap and say the same.' },
  'no-source': {
    zh: '“{value}”没有写来源；没有来源的只能是“未知”。',
    en: '"{value}" names no source; without one only "unknown" is allowed.',
  },
};

const partNames: Record<string, MessageText> = {
  surfaces: { zh: '场景', en: 'surfaces' },
  linkClasses: { zh: '链接类别', en: 'link classes' },
  rows: { zh: '规则', en: 'rules' },
  caveats: { zh: '提醒', en: 'caveats' },
  timeline: { zh: '时间线', en: 'timeline' },
  stories: { zh: '案例', en: 'stories' },
  blockPages: { zh: '拦截页', en: 'block pages' },
  phrases: { zh: '拦截页文字', en: 'phrases' },
  probes: { zh: '探测方法', en: 'probes' },
  userAgents: { zh: '浏览器标识', en: 'user agents' },
};

const typeNames: Record<string, MessageText> = {
  object: { zh: '一组字段', en: 'an object' },
  list: { zh: '列表', en: 'a list' },
  text: { zh: '文字', en: 'text' },
  string: { zh: '文字', en: 'text' },
  number: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是/否', en: 'yes/no' },
  null: { zh: '空值', en: 'null' },
};

/** `rows[11].from` → 规则第 12 条的 from. */
function placeName(at: string, locale: Locale): string {
  const parts = /^([A-Za-z]+)(?:\[(\d+)\])?(?:\.(.+))?$/.exec(at);
  if (!parts) return at;
  const list = named(partNames, parts[1] ?? '', locale);
  const entry = parts[2] === undefined ? '' : String(Number(parts[2]) + 1);
  if (locale === 'en') return [list, entry && `entry ${entry}`, parts[3]].filter(Boolean).join(', ');
  return `${list}${entry && `第 ${entry} 条`}${parts[3] === undefined ? '' : `的 ${parts[3]}`}`;
}

/** Where a pack is wrong and what to do about it, as one sentence. */
export function describePackProblem(problem: PackProblem, locale: Locale): string {
  const params: Record<string, string | number> = { ...problem.params };
  for (const key of ['expected', 'found'] as const) {
    const value = params[key];
    if (typeof value === 'string') params[key] = named(typeNames, value, locale);
  }
  const sentence = fillMessage(problemMessages[problem.code], params, locale);
  if (problem.at === '') return sentence;
  return `${placeName(problem.at, locale)}${locale === 'en' ? ': ' : '：'}${sentence}`;
}

const changeMessages = {
  'row-added': { zh: '新增：{row}。', en: 'New: {row}.' },
  'row-removed': { zh: '删除：{row}。', en: 'Removed: {row}.' },
  'row-outcome': { zh: '结果改变：{was}，改为{row}。', en: 'Outcome changed: {was} becomes {row}.' },
  'row-period': { zh: '时间改变：{was}，改为{row}。', en: 'Period changed: {was} becomes {row}.' },
  'row-confidence': { zh: '{row}：由“{before}”改为“{after}”。', en: '{row}: from "{before}" to "{after}".' },
  'row-basis': { zh: '{row}：只更新了来源或说明。', en: '{row}: only its sources or notes changed.' },
  'kinds-changed': { zh: '“{name}”包含的链接类型改变：{kinds}。', en: 'Link kinds of "{name}" changed: {kinds}.' },
  'list-changed': {
    zh: '{list}：新增 {added}，删除 {removed}，修改 {changed}。',
    en: '{list}: {added} new, {removed} removed, {changed} changed.',
  },
  'parameter-changed': {
    zh: '参数 {parameter}：由 {before} 改为 {after}。',
    en: 'Parameter {parameter}: from {before} to {after}.',
  },
} as const satisfies Record<PackChange['code'], MessageText>;

/** One difference between two packs, as one sentence. */
export function describePackChange(change: PackChange, locale: Locale): string {
  return fillMessage(changeMessages[change.code], changeParams(change, locale), locale);
}

function changeParams(change: PackChange, locale: Locale): Record<string, string | number> {
  switch (change.code) {
    case 'row-added':
      return { row: rowText(change.after, locale) };
    case 'row-removed':
      return { row: rowText(change.before, locale) };
    case 'row-confidence': {
      const before = pick(confidenceNames[change.before.confidence], locale);
      return {
        row: rowText(change.after, locale),
        before,
        after: pick(confidenceNames[change.after.confidence], locale),
      };
    }
    case 'row-outcome':
    case 'row-period':
    case 'row-basis':
      return { was: rowText(change.before, locale), row: rowText(change.after, locale) };
    case 'kinds-changed': {
      const kinds = [...change.added.map((kind) => `+${kind}`), ...change.removed.map((kind) => `−${kind}`)];
      return { name: pick(change.name, locale), kinds: joinList(kinds, locale) || '…' };
    }
    case 'list-changed':
      return {
        list: listName(change.list, locale),
        added: change.added,
        removed: change.removed,
        changed: change.changed,
      };
    case 'parameter-changed':
      return { parameter: change.parameter, before: change.before, after: change.after };
  }
}

const listName = (list: ListedPart, locale: Locale): string => named(partNames, list, locale);

/** 私聊 · 淘宝商品链接（2021-11-29 起）可直接打开 */
function rowText(row: RowSummary, locale: Locale): string {
  const what = `${pick(row.surface, locale)} · ${pick(row.linkClass, locale)}`;
  const outcome = pick(outcomeNames[row.outcome], locale);
  const period = periodText(row, locale);
  return locale === 'en' ? `${what} (${period}): ${outcome}` : `${what}（${period}）：${outcome}`;
}

function periodText({ from, to }: RowSummary, locale: Locale): string {
  if (locale === 'en') return `${from === null ? 'undated' : `from ${from}`}${to === null ? '' : ` to ${to}`}`;
  if (to === null) return from === null ? '不限日期' : `${from} 起`;
  return from === null ? `至 ${to}` : `${from} 至 ${to}`;
}
