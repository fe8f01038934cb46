import type { Locale, MessageParams } from './format-message.ts';

/** What errors say in Chinese that they are about, in English. `{name}` is what stands in Chinese quotation marks. */
const english: ReadonlyMap<string, string> = new Map([
  ['任务', 'job'],
  ['列的设置', 'column settings'],
  ['商品', 'product'],
  ['图片', 'picture'],
  ['导入记录', 'import'],
  ['文件', 'file'],
  ['文案包', 'copy pack'],
  ['文案包文件', 'files of the copy pack'],
  ['检测记录', 'check run'],
  ['模板', 'template'],
  ['活动', 'campaign'],
  ['活动商品', 'item of this campaign'],
  ['真机记录', 'record of a phone'],
  ['这次修改', 'change'],
  ['链接', 'link'],
  ['词条“{name}”', 'entry “{name}”'],
  ['规则包“{name}”', 'rule pack “{name}”'],
  ['“{name}”在这之后又改过', '“{name}” was changed again since'],
  ['词表里已有“{name}”', '“{name}” is in the list already'],
  ['规则包编号“{name}”已被占用', 'the rule pack id “{name}” is taken'],
  [
    '另一个规则包已经用了编号“{name}”，请把文件里的 id 改成新的（例如加上日期）',
    'another rule pack has the id “{name}”; give the file a new id, with the date for example',
  ],
  ['还有规则包要用到它：“{name}”，请先移除', 'another rule pack needs it: “{name}”; remove that first'],
  // Sentences of the schemas.
  ['日期应为 YYYY-MM-DD', 'a day is written YYYY-MM-DD'],
  ['商品编号无效', 'this is no product id'],
  ['文件引用无效', 'this is no reference to a file'],
  ['请写明理由', 'give a reason'],
  ['搜索文字最多 200 字', 'a search has at most 200 characters'],
  ['搜索文字最多 2000 字', 'a search has at most 2,000 characters'],
  ['微信版本应形如 8.0.63', 'a WeChat version looks like 8.0.63'],
  ['pid 应形如 mm_1_2_3', 'a pid looks like mm_1_2_3'],
  ['relation_id 应为 3–14 位数字', 'a relation_id has 3 to 14 digits'],
  ['App Key 和密钥不应有空格或中文', 'app key and secret have no spaces and no Chinese characters'],
  ['自带模板不能修改，请另存为自己的模板', 'built-in templates cannot be changed; save it as your own'],
  [
    '这不是模板文件，或已损坏。请选“导出”得到的 .json 文件。',
    'this is no template file, or it is damaged. Choose a .json file that “Export” wrote.',
  ],
  ['正在使用的规则包不能删除，请先换用另一个', 'a rule pack in use cannot be deleted; change to another first'],
  ['这次修改已经撤销过', 'this change was undone already'],
  ['不认识这种链接', 'links of this kind are not known'],
  ['请求过大', 'the request is too large'],
  ['文件超过 2 GB', 'the file is larger than 2 GB'],
  ['不是文本文件', 'it is no text file'],
  ['这次导入不在目录中，无法撤销', 'this import is not in the catalog and cannot be undone'],
]);

/**
 * What an error is about (`params.detail`) in English: what it carries so itself (`params.detailEn`, see
 * {@link detailsOf}), else the translation of the Chinese; undefined where there is none.
 */
export function englishDetail({ detail, detailEn }: MessageParams): string | undefined {
  if (detailEn !== undefined) return String(detailEn);
  const text = String(detail);
  const from = text.indexOf('“') + 1;
  const to = text.lastIndexOf('”');
  const named = from === 0 || to < from ? text : `${text.slice(0, from)}{name}${text.slice(to)}`;
  return english.get(text) ?? english.get(named)?.replace('{name}', () => text.slice(from, to));
}

/** What an error says it is about, put together from sentences of the catalogue, in both languages for its parameters. */
export function detailsOf(say: (locale: Locale) => string): { detail: string; detailEn: string } {
  return { detail: say('zh-CN'), detailEn: say('en') };
}
