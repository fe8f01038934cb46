import { csvCell, withoutFormulaMark } from '../../shared/csv-cell.ts';
import { listColumns, type ListRow, phraseRow, readListRows, type UserLists, wordRow } from './list-rows.ts';
import type { UserEntries } from './user-types.ts';

type Column = (typeof listColumns)[number];

/** Column and value names as a Chinese spreadsheet shows them; both these and the ids are read. */
const chineseColumns: Record<Column, string> = {
  list: '词表',
  text: '词语',
  kind: '匹配方式',
  category: '类别',
  severity: '级别',
  note: '说明',
  proof: '证明',
  expiresOn: '有效期至',
};

const chineseValues: Partial<Record<Column, Record<string, string>>> = {
  list: { word: '自定义词', allow: '白名单' },
  kind: { word: '词语', pattern: '匹配式' },
  severity: { block: '违规', warn: '有风险', info: '提示' },
};

/** Reads `"a","b"` rows with doubled quotes; no quoting surprises beyond RFC 4180. */
function parseCsv(text: string): string[][] {
  const firstLine = text.slice(0, Math.max(0, text.indexOf('\n')));
  // Cells copied out of a spreadsheet come with tabs.
  const comma = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? '';
    if (quoted) {
      if (unit !== '"') cell += unit;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (unit === '"') quoted = true;
    else if (unit === comma || unit === '\n') {
      row.push(cell);
      cell = '';
      if (unit === '\n') rows.push(row.splice(0));
    } else if (unit !== '\r') cell += unit;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((value) => value.trim() !== ''));
}

function columnOf(title: string): Column | undefined {
  const name = title.trim();
  return listColumns.find((column) => column === name || chineseColumns[column] === name);
}

function idOf(column: Column, value: string): string {
  const known = Object.entries(chineseValues[column] ?? {}).find(([, shown]) => shown === value);
  return known?.[0] ?? value;
}

/** Reads a list written by {@link userListsToCsv}, or typed in that layout; unusable rows are reported, the others kept. */
export function userListsFromCsv(csv: string): UserLists {
  const [head = [], ...rows] = parseCsv(csv.replace(/^\uFEFF/, ''));
  const columns = head.map(columnOf);
  const missing = (['list', 'text'] as const).filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    const issues = missing.map((name) => ({ line: 0, code: 'columns' as const, value: chineseColumns[name] }));
    return { words: [], phrases: [], issues };
  }
  return readListRows(
    rows.map((cells) => {
      const value = (name: Column): string => {
        const written = withoutFormulaMark((cells[columns.indexOf(name)] ?? '').trim());
        return columns.includes(name) ? idOf(name, written) : '';
      };
      return Object.fromEntries(listColumns.map((name) => [name, value(name)])) as unknown as ListRow;
    }),
  );
}

/** Writes both lists as one CSV with a header row, in Chinese words or in ids. */
export function userListsToCsv({ words, phrases }: UserEntries, language: 'zh' | 'en'): string {
  const shown = (column: Column, value: string): string =>
    (language === 'zh' ? chineseValues[column]?.[value] : undefined) ?? value;
  const line = (row: ListRow): string => listColumns.map((column) => csvCell(shown(column, row[column]))).join(',');
  const head = listColumns.map((column) => (language === 'zh' ? chineseColumns[column] : column)).join(',');
  return `${[head, ...words.map(wordRow).map(line), ...phrases.map(phraseRow).map(line)].join('\r\n')}\r\n`;
}
