const formulaText = /^=\s*"((?:[^"]|"")*)"$/;
const formulaNumber = /^=(-?[\d.]+)$/;

const noneWords = new Set([
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '\\',
  '\\n',
  'null',
  '(null)',
  'none',
  'nil',
  'nan',
  'n/a',
  'na',
  'undefined',
  '无',
  '無',
  '暂无',
  '暫無',
  '空',
  '没有',
]);

function isOrdinary(code: number): boolean {
  if (code < 0x7f) return code > 0x20 && code !== 0x27 && code !== 0x3d;
  return code > 0xad && (code < 0x2000 || code > 0x206f) && code !== 0x3000 && code !== 0xfeff;
}

/** White space, control characters, and the invisible ones that come along when text is copied. */
function isEdge(code: number): boolean {
  if (code <= 0x20 || (code >= 0x7f && code <= 0xa0)) return true;
  return (
    code === 0xad ||
    code === 0x3000 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202f) ||
    (code >= 0x205f && code <= 0x2064)
  );
}

/** Walks in from both ends; a pattern for the end would try every run of spaces inside the text. */
function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isEdge(text.charCodeAt(start))) start += 1;
  while (end > start && isEdge(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * A cell without what spreadsheets put around it: white space, tabs and invisible characters at the ends, the text
 * marks `="…"`, `=123` and a leading apostrophe before a number or a sign that starts a formula. Nothing inside the text is changed.
 */
export function tidyCell(cell: string): string {
  const length = cell.length;
  if (length === 0 || (isOrdinary(cell.charCodeAt(0)) && isOrdinary(cell.charCodeAt(length - 1)))) return cell;
  const text = trimEdges(cell);
  if (text.startsWith('=')) {
    const quoted = formulaText.exec(text)?.[1];
    if (quoted !== undefined) return trimEdges(quoted.replaceAll('""', '"'));
    return formulaNumber.exec(text)?.[1] ?? text;
  }
  return /^'+\s*[\d=+\-@＝＋－＠]/.test(text) ? tidyCell(text.slice(1)) : text;
}

/** Whether a cell says, in one of the usual words, that there is nothing. */
export function isNoneWord(text: string): boolean {
  if (text.length > 9) return false;
  const first = text.charCodeAt(0);
  // Numbers are what most short cells hold, and no such word starts with a digit.
  return !(first >= 48 && first <= 57) && noneWords.has(text.toLowerCase());
}

/** Whether a cell holds an error Excel wrote instead of a value, e.g. `#N/A`. */
export function isExcelError(text: string): boolean {
  return text.startsWith('#') && /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i.test(text);
}
