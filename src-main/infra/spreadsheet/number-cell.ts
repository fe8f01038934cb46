/** How a number is meant by its cell's format. */
export type NumberKind = 'general' | 'date' | 'percent';

const dateIds = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
const percentIds = new Set([9, 10]);

/** What a built-in number format id means. Source: ECMA-376 part 1, §18.8.30, with the East Asian date formats. */
export function kindOfFormatId(id: number): NumberKind {
  if (dateIds(id)) return 'date';
  return percentIds.has(id) ? 'percent' : 'general';
}

/** What a number format code means: literal text, colours and conditions in it do not count. */
export function kindOfFormatCode(code: string): NumberKind {
  const bare = code
    .slice(0, 255)
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]/g, '');
  if (/general/i.test(bare)) return 'general';
  if (/[ymdhs]/i.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'general';
}

const dayMs = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const daysTo1904 = 1462;

function dateText(serial: number, date1904: boolean): string | null {
  const days = date1904 ? serial + daysTo1904 : serial;
  if (days < 1 || days > 2_958_465) return null;
  const [day = '', time = ''] = new Date(epoch1900 + Math.round(days * 86_400) * 1000).toISOString().split('T');
  return (days * dayMs) % dayMs === 0 ? day : `${day} ${time.slice(0, 8)}`;
}

/** 15 significant digits are what Excel keeps; more are leftovers of binary fractions (19.989999999999998). */
function plainNumber(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return /^-?\d+(?:\.\d+)?$/.test(text)
    ? text
    : value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 15 });
}

/**
 * The text of a number cell. A whole number is written out in full where every digit is known; beyond 15 digits Excel
 * has lost some, and the scientific form is kept so that nobody takes the rest for true digits.
 */
export function numberCellText(value: number, kind: NumberKind, date1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (kind === 'date') return dateText(value, date1904) ?? plainNumber(value);
  if (kind === 'percent') return `${plainNumber(value * 100)}%`;
  if (Math.abs(value) >= 1e15) return value.toExponential().toUpperCase();
  return plainNumber(value);
}
