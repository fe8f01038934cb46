/** Characters of a number that is written out. */
const figures = '一二两三四五六七八九十百千零〇';
const figure = '[一二三四五六七八九]';
const emoji = String.raw`\p{Extended_Pictographic}`;

/**
 * Where an amount in words has ended for sure: 九块九包邮, 十九块九！, 九块九两件. Without that 三块五花肉 would cost 3.5
 * and 一块二维码 1.2.
 */
const ends = `(?!\\s?(?:无门槛|无条件|优惠|大额|独家|店铺)?(?:券|红包))(?=[^\\S\\n]?(?:包邮|到手|拿下|带走|抢|秒|[一二两三四五六七八九十\\d]{1,2}[件份个瓶盒袋包双条斤])|[了啦哦呀]?(?:[\\s，,。.！!；;、）)】\\]”"]|$|${emoji})|[~～](?![${figures}\\d]))`;
const number = `(?:[${figures}]{1,9}|\\d{1,5})`;
const cents = `${number}[块元](?:${figure}|\\d)(?:[毛角](?:${figure}|\\d)?)?`;

/** A run of figures is read from its beginning; 第九块, 每块 and a range before it are no price. */
const starts = `(?<![${figures}\\d.第每几数]|[${figures}\\d][元块]?[${figures}\\d]?[-~～—–至到])`;

/**
 * Sources of patterns (flag `u`) with one group each, an amount in yuan as it is said: 九块九, 9块9, 一百块钱, 九十九元.
 * `labelled` also takes 一百块, which anywhere else may count pieces.
 */
export const spokenAmounts = {
  free: `${starts}(${cents}|${number}块钱|[${figures}]{1,9}元)${ends}`,
  labelled: `(${cents}|${number}块钱|[${figures}]{1,9}元|[${figures}]{2,9}块|十块)${ends}`,
} as const;

const amount = new RegExp(`^(.+?)(?:块钱|[块元])(?:(${figure}|\\d)(?:[毛角](${figure}|\\d)?)?)?$`, 'u');

/** What a match of {@link spokenAmounts} means, in 分; null when it is no number. */
export function spokenFen(text: string): number | null {
  const [, whole = '', tenth = '', hundredth = ''] = amount.exec(text) ?? [];
  const yuan = /^\d+$/.test(whole) ? Number(whole) : spokenNumber(whole);
  return yuan === null ? null : yuan * 100 + valueOf(tenth) * 10 + valueOf(hundredth);
}

const digits = '零一二三四五六七八九';
const units: readonly (readonly [name: string, value: number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
  ['', 1],
];

/** 十九, 一百零五, 一百五 (150), 两千三 (2300); null for 九九, 百, 十两 and other runs that are no number below 10,000. */
function spokenNumber(text: string): number | null {
  if (text !== '两' && /两(?![百千])/.test(text)) return null;
  const plain = text.replaceAll('两', '二').replaceAll('〇', '零').replaceAll('一十', '十');
  const whole = plain.replace(/百([一二三四五六七八九])$/, '百$1十').replace(/千([一二三四五六七八九])$/, '千$1百');
  let value = 0;
  let figure = 0;
  for (const character of whole) {
    const unit = units.find(([name]) => name === character)?.[1];
    value += unit === undefined ? 0 : (figure === 0 ? 1 : figure) * unit;
    figure = unit === undefined ? valueOf(character) : 0;
  }
  value += figure;
  return readAloud(value) === whole ? value : null;
}

/** 2305 → 二千三百零五, 15 → 十五. */
function readAloud(value: number): string {
  let text = '';
  for (const [name, unit] of units) {
    const figure = Math.floor(value / unit) % 10;
    if (figure > 0) text += `${digits.charAt(figure)}${name}`;
    else if (text !== '' && !text.endsWith('零')) text += '零';
  }
  return text.replace(/零$/, '').replaceAll('一十', '十');
}

const valueOf = (character: string): number =>
  /^\d$/.test(character) ? Number(character) : Math.max(0, digits.indexOf(character));
