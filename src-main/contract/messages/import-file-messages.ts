import type { MessageText } from './format-message.ts';

/** Why a file cannot be read, or what to know about it; `params.reason` of the error or `code` of the remark. */
export const importFileMessages = {
  'file-gone': {
    zh: '找不到文件，可能已被移动或删除。目录未受影响，请重新选择文件。',
    en: 'The file is not there; it may have been moved or deleted. The catalog is untouched; choose the file again.',
  },
  'file-changed': {
    zh: '文件在读取时被修改了。目录未受影响，请等文件保存或下载完成后重新导入。',
    en: 'The file was changed while being read. The catalog is untouched; import it again once it is saved or downloaded.',
  },
  'file-locked': {
    zh: '文件被其他程序占用。请在 Excel 或 WPS 中关闭它后重试。',
    en: 'Another program is using the file. Close it in Excel or WPS and try again.',
  },
  'no-permission': {
    zh: '没有读取这个文件的权限。请检查权限后重试。',
    en: 'The file may not be read. Check its permissions and try again.',
  },
  'not-a-file': {
    zh: '这不是一个文件。请选择 CSV、XLSX、XLS 或 ZIP 文件。',
    en: 'This is not a file. Choose a CSV, XLSX, XLS or ZIP file.',
  },
  'read-failed': {
    zh: '读取文件失败（{system}）。请检查磁盘或网络驱动器后重试。',
    en: 'Reading the file failed ({system}). Check the disk or network drive and try again.',
  },
  'read-stalled': {
    zh: '读取文件时 {seconds} 秒没有响应，网络驱动器可能已断开。目录未受影响，请把文件复制到本机后重试。',
    en: 'The file did not answer for {seconds} seconds; the network drive may be gone. The catalog is untouched; copy the file to this computer and try again.',
  },
  'empty-file': { zh: '文件是空的。请重新下载。', en: 'The file is empty. Download it again.' },
  'only-zeros': {
    zh: '文件内容全是空字节，没有保存完整。请重新下载。',
    en: 'The file holds nothing but zero bytes; it was never saved completely. Download it again.',
  },
  'unsupported-format': {
    zh: '不支持 {format} 文件。请另存为 CSV 或 XLSX 后导入。',
    en: '{format} files are not supported. Save it as CSV or XLSX and import that.',
  },
  'not-a-table': {
    zh: '文件内容不是表格。请选择 CSV、XLSX、XLS 或 ZIP 文件。',
    en: 'The file holds no table. Choose a CSV, XLSX, XLS or ZIP file.',
  },
  'password-protected': {
    zh: '文件有密码保护。请用 Excel 或 WPS 打开并去掉密码，保存后再导入。',
    en: 'The file is protected by a password. Open it in Excel or WPS, remove the password, save and import again.',
  },
  'xls-too-old': {
    zh: '这是 Excel 95 或更早的 .xls。请用 Excel 或 WPS 打开，另存为 XLSX 后导入。',
    en: 'This .xls was made by Excel 95 or older. Open it in Excel or WPS, save it as XLSX and import that.',
  },
  'workbook-damaged': {
    zh: '工作簿已损坏或没有下载完整。请重新下载；或用 Excel 打开修复，另存为 XLSX 后导入。',
    en: 'The workbook is damaged or incomplete. Download it again, or repair it in Excel, save it as XLSX and import that.',
  },
  'workbook-too-large': {
    zh: '工作簿展开后太大，无法放进内存。请拆分，或另存为 CSV 后导入。',
    en: 'The workbook is too large to be held in memory. Split it, or save it as CSV and import that.',
  },
  'too-large-for-format': {
    zh: '这种格式的文件最大 {megabytes} MB。请另存为 CSV 后导入。',
    en: 'Files of this format may have at most {megabytes} MB. Save it as CSV and import that.',
  },
  'no-sheets': { zh: '工作簿里没有工作表。', en: 'The workbook has no sheets.' },
  'sheet-missing': {
    zh: '找不到工作表“{sheet}”。请重新选择文件。',
    en: 'There is no sheet "{sheet}". Choose the file again.',
  },
  'archive-damaged': {
    zh: '压缩包或工作簿不完整（可能没有下载完）。请重新下载。',
    en: 'The archive or workbook is incomplete, perhaps not fully downloaded. Download it again.',
  },
  'archive-bomb': {
    zh: '压缩内容展开后达 {megabytes} MB，超出正常范围，已拒绝读取。',
    en: 'Unpacked it would have {megabytes} MB, far beyond any real file; it was not read.',
  },
  'archive-nested': {
    zh: '压缩包里还是压缩包。请先解压，再导入里面的表格。',
    en: 'The archive holds another archive. Unpack it first and import the tables inside.',
  },
  'archive-without-table': {
    zh: '压缩包里没有 CSV、XLSX 或 XLS 文件。',
    en: 'The archive holds no CSV, XLSX or XLS file.',
  },
  'copy-pack': {
    zh: '这是文案包，不是商品文件。请到“文案包”页打开它。',
    en: 'This is a copy pack, not a product file. Open it on the page “Copy packs”.',
  },
  'entry-missing': { zh: '压缩包里找不到“{entry}”。', en: 'The archive has no "{entry}".' },
  'row-too-long': {
    zh: '第 {line} 行长得不像表格（超过 800 万字）。请检查文件，或改选分隔符和编码。',
    en: 'Row {line} is far too long for a table (over 8 million characters). Check the file, or choose another delimiter and encoding.',
  },
  'text-too-large': {
    zh: '文件有 {mb} MB，最多 {most} MB。',
    en: 'It has {mb} MB; no more than {most} MB can be read.',
  },
  'no-rows': { zh: '文件里没有任何内容行。', en: 'The file has no rows.' },
  'no-data-rows': { zh: '只有表头，没有商品行。', en: 'There is a header but no product rows.' },
  'products-above-header': {
    zh: '表头在第 {row} 行，它上面有 {count} 行像是商品，没有读取。请把这些行移到表头下面后重新导入。',
    en: 'The header is in row {row}; {count} {count|row|rows} above it {count|looks|look} like products and {count|was|were} not read. Move them below the header and import again.',
  },
  'single-column': {
    zh: '只识别出一列。若表格有多列，请改选分隔符或编码。',
    en: 'Only one column was found. If there are more, choose another delimiter or encoding.',
  },
  'other-sheets': {
    zh: '导入的是工作表“{sheet}”，另外 {count} 个工作表（{names}）没有导入。其中若有商品，请选择那个工作表再导入一次。',
    en: 'Sheet "{sheet}" is imported; {count} other sheets are not ({names}). If they hold products, choose that sheet and import again.',
  },
  'older-data': {
    zh: '按文件名，这是 {day} 的数据：目录里比它新的内容没有被它改动。',
    en: 'By its name the file is of {day}: what the catalog has of later days was left as it is.',
  },
  'encoding-damaged': {
    zh: '有些字符按 {encoding} 无法识别。若预览中有乱码，请改选编码（如 Big5）。',
    en: 'Some characters are not valid {encoding}. If the preview is garbled, choose another encoding such as Big5.',
  },
} satisfies Record<string, MessageText>;

/** Why a table that can be read is not imported. */
export const importRefusals = {
  'not-products': {
    zh: '这是{table}，不是商品文件，没有导入。请选择商品清单或选品库导出的文件',
    en: 'this is no product file but another kind: {table}. Choose a product list',
  },
  'columns-missing': {
    zh: '没有认出必需的列：{fields}。请指定列的含义后再导入',
    en: 'required columns were not recognised: {fields}. Say which they are and import again',
  },
  'delimiter-unknown': {
    zh: '前 {rows} 行里只识别出一列，看不出各列之间用什么分隔。请改选分隔符，或用英文逗号分隔各列，或另存为 XLSX；表头上面若有很多说明，请先删去，再导入',
    en: 'the first {rows} rows have one column only, as nothing known separates them. Choose the delimiter, put commas between the columns, or save it as XLSX; delete long remarks above the header; then import it again',
  },
  'header-missing': {
    zh: '前 {rows} 行里没有认出表头（写着商品id、商品名称等列名的一行）。请把表头移到最前面，或指定各列的含义后再导入',
    en: 'no header (a row with column names such as 商品id, 商品名称) was recognised in the first {rows} rows. Move it to the top, or say what the columns are, and import again',
  },
  'columns-ambiguous': {
    zh: '有多列都像“{fields}”。请指定用哪一列后再导入',
    en: 'several columns could be: {fields}. Choose one and import again',
  },
} satisfies Record<string, MessageText>;

export type ImportFileCode = keyof typeof importFileMessages;
