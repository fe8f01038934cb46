import type { MessageText } from './format-message.ts';
import type { ImportIssueCode } from './import-messages.ts';

const checkSource: MessageText = {
  zh: '请在原文件中改正这一格后重新导入；其余内容已导入。',
  en: 'Correct this cell in the file and import it again; the rest was imported.',
};
const nothingToDo: MessageText = { zh: '无需处理。', en: 'Nothing to do.' };
const checkBoth: MessageText = {
  zh: '已按文件内容导入，请在发布前核对。',
  en: 'Imported as the file says; check before you post.',
};
const otherTable: MessageText = {
  zh: '请把另一张表连同它的表头另存为一个文件后导入。',
  en: 'Save the other table with its header as a file of its own and import that.',
};

/** What the user can do, by issue code. */
export const importAdvice: Record<ImportIssueCode, MessageText> = {
  'id-missing': {
    zh: '请补上商品id或商品链接后重新导入这一行。',
    en: 'Add the item id or the item link and import this row again.',
  },
  'id-scientific': {
    zh: '请重新下载原文件直接导入，不要先用 Excel 另存。若必须用 Excel：先把商品id列设为“文本”再粘贴或打开，然后另存为 xlsx。',
    en: 'Download the file again and import it without saving it in Excel. If Excel is needed, format the id column as text before opening or pasting, then save as xlsx.',
  },
  'id-precision-lost': {
    zh: '请重新下载原文件直接导入，不要先用 Excel 另存；或把商品id列设为“文本”后重新填写。',
    en: 'Download the file again and import it without saving it in Excel, or format the id column as text and fill it in again.',
  },
  'id-unreadable': {
    zh: '商品id应为 8–15 位数字，或“字母数字-字母数字”的新版id。请改正后重新导入这一行。',
    en: 'An item id has 8 to 15 digits, or is a newer id of the form XXXX-YYYY. Correct it and import this row again.',
  },
  'id-rounded': {
    zh: '请从原文件取商品id；若它本来就是这样，请补上带这个商品id的商品链接，再重新导入这一行。',
    en: 'Take the id from the original file; if it really is this one, add the item page with this id and import the row again.',
  },
  'id-not-of-platform': {
    zh: '请核对这一行的平台、链接和商品id，改正后重新导入这一行。',
    en: 'Check the platform, the link and the item id of this row, correct them and import it again.',
  },
  'id-from-link': nothingToDo,
  'link-other-item': {
    zh: '请核对这一行的商品id和商品链接哪一个是对的，改正后重新导入。',
    en: 'Check which of the two is right, correct it and import the row again.',
  },
  'title-missing': { zh: '请补上商品名称后重新导入这一行。', en: 'Add the title and import this row again.' },
  'title-from-short': nothingToDo,
  'price-unreadable': {
    zh: '请填写数字价格（如 149.00）后重新导入这一行；若整列都不对，请检查列的对应关系。',
    en: 'Put in a number such as 149.00 and import this row again; if the whole column is wrong, check the mapping.',
  },
  'price-range': {
    zh: '若要用其他价格，请改成一个数字后重新导入。',
    en: 'To use another price, put in one number and import again.',
  },
  'price-zero': checkSource,
  'money-unreadable': checkSource,
  'rate-unreadable': checkSource,
  'rate-out-of-range': {
    zh: '若整列都这样，请在列对应中把单位改成“百分之一个百分点（1550 = 15.5%）”。',
    en: 'If the whole column is like this, set its unit to hundredths of a percent (1550 = 15.5 %) in the mapping.',
  },
  'rate-tiny': {
    zh: '若 0.05 表示 5%，请在列对应中把单位改成“小数（0.155 = 15.5%）”后重新导入。',
    en: 'If 0.05 stands for 5 %, set the unit of the column to fraction (0.155 = 15.5 %) in the mapping and import again.',
  },
  'number-unreadable': checkSource,
  'date-unreadable': {
    zh: '请写成 2026-11-30 这样的日期后重新导入；其余内容已导入，但在此之前无法判断券是否过期。',
    en: 'Write the date like 2026-11-30 and import again; the rest was imported, but until then it is unknown whether the coupon has ended.',
  },
  'dates-reversed': checkSource,
  'platform-unknown': checkSource,
  'other-shop': {
    zh: '若写错了平台或链接，请改正后重新导入这一行；否则无需处理。',
    en: 'If the platform or the link is wrong, correct it and import this row again; otherwise there is nothing to do.',
  },
  'link-unreadable': checkSource,
  'coupon-unread': {
    zh: '请在发布前人工核对这张券的使用条件；券后价不会按它计算。',
    en: 'Check the terms of this coupon before you post; no price after coupon is computed from it.',
  },
  'coupon-id-unreadable': checkSource,
  'coupon-over-price': checkBoth,
  'coupon-over-threshold': checkBoth,
  'coupon-left-over-total': checkBoth,
  'final-price-mismatch': checkBoth,
  'commission-mismatch': {
    zh: '请核对佣金和比率；若整列都不一致，请在列对应中检查比率的单位。',
    en: 'Check both; if the whole column disagrees, check the unit of the rate in the mapping.',
  },
  'row-cut': {
    zh: '文件可能没有下载完整，或单元格里有多余的换行。请重新下载，或补全这一行后重新导入。',
    en: 'The file may be incomplete, or a cell holds a stray line break. Download it again, or complete this row and import it again.',
  },
  'row-short': {
    zh: '请在少了分隔符（如逗号）的地方补上，或重新下载文件，再导入这一行。',
    en: 'Put the missing delimiter back, or download the file again, and import this row.',
  },
  'row-long': {
    zh: '某一格里可能有没加引号的分隔符（如逗号）。请给该格加上英文双引号，或改用 xlsx 后重新导入这一行。',
    en: 'A cell probably holds an unquoted delimiter such as a comma. Put that cell in double quotes, or use xlsx, and import this row again.',
  },
  'summary-row': nothingToDo,
  'repeated-header': nothingToDo,
  'other-header': otherTable,
  'other-table-row': otherTable,
  'remark-row': nothingToDo,
  'cell-too-long': {
    zh: '请检查文件是否损坏，缩短这一格后重新导入。',
    en: 'Check whether the file is damaged, shorten this cell and import again.',
  },
  'cell-unfinished': {
    zh: '文件可能没有下载完整，请重新下载后导入。',
    en: 'The file may not be fully downloaded; download it again and import it.',
  },
  'cell-uncalculated': {
    zh: '请用 Excel 或 WPS 打开文件，保存后重新导入。',
    en: 'Open the file in Excel or WPS, save it and import it again.',
  },
  'nul-removed': { zh: '请核对这一格的内容。', en: 'Check the content of this cell.' },
  undecodable: {
    zh: '如果很多行都这样，请在导入时改选文字编码（如 GBK 或 Big5）。',
    en: 'If many rows are like this, choose another text encoding (such as GBK or Big5) when importing.',
  },
  'too-many-cells': {
    zh: '请删除表格右侧多余的列后重新导入。',
    en: 'Delete the surplus columns on the right and import again.',
  },
};
