import type { Market } from '../../catalog/imported-row.ts';

const taobaoDigits = /^[1-9]\d{7,14}$/;
const stringId = /^[0-9A-Za-z]{6,40}-([0-9A-Za-z]{6,40})$/;
const marketDigits: Record<Market, RegExp> = {
  taobao: taobaoDigits,
  jd: /^[1-9]\d{4,14}$/,
  pdd: /^[1-9]\d{5,15}$/,
  douyin: /^[1-9]\d{14,19}$/,
};

/** Two parts of 40 and the dash, with room for white space. */
const longestId = 100;

/** Excel keeps 15 significant digits; the rest of a longer number becomes zeros. */
const excelDigits = 15;
const scientific = /^(\d(?:\.(\d+))?)e\+?(\d{1,3})$/i;

/**
 * `scientific`: Excel turned the id into a rounded number such as `5.57663E+11`; `precision-lost`: Excel zeroed the
 * digits after the fifteenth; `unreadable`: no item id.
 */
export type ItemIdProblem = 'scientific' | 'precision-lost' | 'unreadable';

export type ItemIdReading = { id: string; key: string } | { problem: ItemIdProblem };

/** A full `5.57626962655E+11` still holds every digit of the id; a rounded one does not. */
function fromScientific(text: string): ItemIdReading {
  const [, mantissa = '', decimals = '', exponent = ''] = scientific.exec(text) ?? [];
  const complete = mantissa !== '' && decimals.length === Number(exponent);
  if (!complete) return { problem: 'scientific' };
  const id = mantissa.replace('.', '');
  return taobaoDigits.test(id) ? { id, key: id } : { problem: 'scientific' };
}

/** `5.57663E+11`, saved and opened again: the digits after the sixth are zeros. */
const roundedDigits = /^\d{6}0{6,9}$/;

/** Whether an id looks like one that Excel rounded for showing it; of true ids, one in a million does. */
export function seemsRounded(id: string): boolean {
  return id.endsWith('000000') && roundedDigits.test(id);
}

/**
 * Reads a 商品id: digits of the market's usual length, or Taobao's newer `XXXX-YYYY` id, whose first part changes with
 * every publisher, so only the second is the key. Always text, never a number. Full-width digits, spaces or commas
 * between digits and a trailing `.0` (written by data tools) are undone; a rounded id is never guessed.
 */
export function parseItemId(text: string, market: Market = 'taobao'): ItemIdReading {
  const digits = marketDigits[market];
  if (digits.test(text) && text.length <= excelDigits) return { id: text, key: text };
  if (text.length > longestId) return { problem: 'unreadable' };
  const plain = text.normalize('NFKC').replace(/[\s,'"]/g, '');
  if (scientific.test(plain)) return fromScientific(plain);
  const id = plain.replace(/\.0+$/, '');
  if (digits.test(id)) {
    const lost = id.length >= excelDigits + 2 && /^0+$/.test(id.slice(excelDigits));
    return lost ? { problem: 'precision-lost' } : { id, key: id };
  }
  if (/^[1-9]\d{16,}$/.test(id) && /^0+$/.test(id.slice(excelDigits))) return { problem: 'precision-lost' };
  const key = market === 'taobao' ? stringId.exec(id)?.[1] : undefined;
  return key === undefined ? { problem: 'unreadable' } : { id, key };
}
