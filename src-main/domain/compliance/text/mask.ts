import { isHan } from './unit-kinds.ts';
import { copyUnits, createView, push, type View } from './view.ts';

/** Placeholder units that stand for a whole masked range (private use, so no text can contain a pattern of them). */
export const maskUnits = { url: 0xe000, token: 0xe001, official: 0xe002 } as const;

/** A range whose inside is no prose: an address, a 口令, or a whole official 口令 text. Offsets in the original. */
export interface MaskedRange {
  kind: keyof typeof maskUnits;
  start: number;
  end: number;
}

/** Money signs seen around 口令 (public token parsers of 2016–2026). */
const signs = '￥¥$€₤£₳¢₴₪₰₵฿₲₫₭₮₱₩₸₺₽₹₠₡₢₣₥₦₧₨₯₶';
const sign = `[${signs}]`;
const core = '[0-9A-Za-z]{8,14}';
/** Pictures that stand where the signs would. */
const picture = '(?:[\\ud83c-\\ud83e][\\udc00-\\udfff]|[\\u2600-\\u27bf])';
/** Digits, capitals and small letters side by side. */
const mixed = '(?=[0-9A-Za-z]{0,13}\\d)(?=[0-9A-Za-z]{0,13}[A-Z])(?=[0-9A-Za-z]{0,13}[a-z])';
/** Not words and numbers in a row, as names are made of: iPhone15Pro. */
const unspoken = '(?![a-z]{0,2}(?:[A-Z][a-z]{2,12}|\\d{1,4}){1,6}(?![0-9A-Za-z]))';
/** Behind the mark a 口令 begins with: not what a number of another kind is named by just before. */
const unnamed =
  '(?<!(?:型号|货号|款号|序列号|批号|编号|单号|订单|密码|密钥|激活码|兑换码|优惠码|[Ss][Nn]|[Ww]i-?[Ff]i)[是为:： ]{0,3}.{1,2})';
const shortLink = 'https?:\\/\\/[me]\\.tb\\.cn\\/h\\.[0-9A-Za-z]{4,24}';

const domains = '(?:com|cn|net|hk|cc|top|xyz|vip|shop|org|io|co|me|html?)';
/** What a text must hold to hold a masked range of some kind: far quicker to rule out than the range to look for. */
const holds = {
  sign: 1,
  bracket: 2,
  mark: 4,
  picture: 8,
  dot: 16,
  core: 32,
  short: 64,
  scheme: 128,
  domain: 256,
} as const;

/** Of each unit the bit of {@link holds} that it is enough for. */
const bitOf = new Uint8Array(0x10000);
bitOf.fill(holds.picture, 0xd83c, 0xd83f).fill(holds.picture, 0x2600, 0x27c0);
const marks = { [signs]: holds.sign, '(（《': holds.bracket, '!！#@%&/': holds.mark, '.': holds.dot };
for (const [units, bit] of Object.entries(marks)) {
  for (const unit of units) bitOf[unit.charCodeAt(0)] = bit;
}
const coreStart = /[0-9A-Za-z]{8}/;
const domain = new RegExp(`\\.${domains}`, 'i');

/** The bits of {@link holds} that are true of a text. */
function contentOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (!isHan(unit)) bits |= bitOf[unit] ?? 0;
  }
  if (coreStart.test(text)) bits |= holds.core;
  if (text.includes('.tb.cn/h.')) bits |= holds.short;
  if (text.includes('://')) bits |= holds.scheme;
  return (bits & holds.dot) !== 0 && domain.test(text) ? bits | holds.domain : bits;
}

/** Most specific first: an earlier kind keeps its range. All quantifiers are bounded, so every scan is linear. */
const patterns: { kind: MaskedRange['kind']; needs: number; pattern: RegExp }[] = [
  {
    kind: 'official',
    needs: holds.short,
    pattern: new RegExp(
      `【(?:淘宝|天猫)】[^\\s【】]{0,12}\\s{0,3}${shortLink}\\?tk=[0-9A-Za-z]{11}\\s{1,3}[A-Z]{2}\\d{3,4}\\s{0,3}「[^」\\n]{1,120}」(?:\\s{0,3}点击链接直接打开 {0,2}(?:或者 {0,2}淘宝搜索直接打开)?)?`,
      'g',
    ),
  },
  {
    kind: 'official',
    needs: holds.short | holds.sign,
    pattern: new RegExp(
      `^[ \\t]{0,8}\\d\\S{0,8}${sign}[0-9A-Za-z]{11}${sign}[^\\n]{0,30}?${shortLink}(?:\\?sm=[0-9a-z]+)?(?: 至[^\\n]{0,24}】)?`,
      'gm',
    ),
  },
  {
    kind: 'official',
    needs: holds.short | holds.sign,
    pattern: new RegExp(
      `^[ \\t]{0,8}\\d{1,3} ?${sign} ?(?:[A-Z]{2}\\d{3,4} )?[0-9A-Za-z]{11}${sign}\\s{0,3}${shortLink}`,
      'gm',
    ),
  },
  {
    kind: 'url',
    needs: holds.scheme,
    pattern: /\b(?:https?|ftp|taobao|tmall|alipays?|weixin|tbopen):\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,2000}/gi,
  },
  {
    kind: 'url',
    needs: holds.domain,
    pattern: new RegExp(`\\b(?:[a-z0-9-]{1,40}\\.){1,4}${domains}(?:\\/[\\w\\-.~/?#&=%]{0,500})?`, 'gi'),
  },
  {
    kind: 'token',
    needs: holds.core | holds.sign,
    pattern: new RegExp(
      `${sign}\\s?(?:[A-Z]{2}\\d{3,4} )?${core}\\s?${sign}(?::?\\/{1,2}(?: ?[A-Z]{2}\\d{3,4})?)?`,
      'g',
    ),
  },
  {
    kind: 'token',
    needs: holds.core | holds.bracket,
    pattern: new RegExp(
      `[(（《]${unnamed}\\s?(?:[A-Z]{2}\\d{3,4}\\s)?(?=[0-9A-Za-z]{0,10}\\d)(?=[0-9A-Za-z]{0,10}[A-Z])${unspoken}[0-9A-Za-z]{11}\\s?[)）》](?:\\/ ?[A-Z]{2}\\d{3,4})?`,
      'g',
    ),
  },
  {
    kind: 'token',
    needs: holds.core | holds.mark,
    pattern: new RegExp(`([!！#@%&/])${unnamed}${mixed}${unspoken}[0-9A-Za-z]{10,14}\\1`, 'g'),
  },
  {
    kind: 'token',
    needs: holds.core | holds.picture,
    pattern: new RegExp(
      `${picture}${unnamed}\\s?(?:[A-Z]{2}\\d{3,4}\\s)?${mixed}${unspoken}[0-9A-Za-z]{10,14}\\s?${picture}`,
      'g',
    ),
  },
];

function overlaps(ranges: readonly MaskedRange[], start: number, end: number): boolean {
  return ranges.some((range) => start < range.end && end > range.start);
}

/** Addresses and 口令 in a text, sorted, without overlaps. */
export function findMaskedRanges(text: string): MaskedRange[] {
  const out: MaskedRange[] = [];
  const content = contentOf(text);
  for (const { kind, needs, pattern } of patterns) {
    if ((content & needs) !== needs) continue;
    pattern.lastIndex = 0;
    for (const found of text.matchAll(pattern)) {
      const start = found.index;
      const end = start + found[0].length;
      if (!overlaps(out, start, end)) out.push({ kind, start, end });
    }
  }
  return out.sort((left, right) => left.start - right.start);
}

/** The first unit from `at` on that begins at or after `place` in the original. */
function firstFrom(view: View, at: number, place: number): number {
  let unit = at;
  while (unit < view.length && (view.start[unit] ?? 0) < place) unit += 1;
  return unit;
}

/** Replaces each masked range by one placeholder unit that maps to the whole range. */
export function applyMasks(view: View, ranges: readonly MaskedRange[]): View {
  if (ranges.length === 0) return view;
  const out = createView(view.length, view.memory);
  let at = 0;
  for (const range of ranges) {
    const from = firstFrom(view, at, range.start);
    const to = firstFrom(view, from, range.end);
    copyUnits(view, at, from, out);
    // Of what was dropped while folding nothing is left to stand for.
    if (to > from) push(out, maskUnits[range.kind], range.start, range.end, 0);
    at = to;
  }
  copyUnits(view, at, view.length, out);
  return out;
}
