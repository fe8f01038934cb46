/** A digit as people type it in a chat, also as a keycap emoji: 2️⃣. */
const digit = String.raw`\d(?:\uFE0F?\u20E3)?`;
/** 9块9 and 19块9毛: only where the digit behind counts nothing else (9块2包). */
const cents = `[块元](?:${digit}){1,2}(?:[毛角]\\d?)?(?=包邮|到手|[\\s，,。.！!；;、）)】\\]]|$|\\p{Extended_Pictographic})`;
/** 1.2万, 1,299.00, 39.9, 9块9. */
const written = `(?:${digit}){1,3}(?:,(?:${digit}){3}){1,3}(?:\\.(?:${digit}){1,2})?|(?:${digit}){1,7}(?:\\.(?:${digit}){1,2}|${cents})?`;

/** Source of a pattern (flag `u`) with one group, an amount in yuan; an amount that goes on (39.999, 29 . 9, 3万人) is none. */
export const moneyAmount = `((?:${written})(?:万(?=[元块]))?)(?!\\d|\\uFE0F|\\u20E3|万|[^\\S\\n]{0,2}\\.\\d|[^\\S\\n]{1,2}\\. ?\\d|,\\d{3}(?!\\d))`;

const pairs = '兩两價价後后實实現现劃划專专櫃柜滿满減减領领條条門门檻槛優优額额塊块劵券';
const simplified: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, at) => [pairs.charAt(at * 2), pairs.charAt(at * 2 + 1)]),
);
const unusual = new RegExp(`[０-９．￥＄${[...simplified.keys()].join('')}]|卷(?=后|後)`, 'g');

/**
 * The text as patterns for prices expect it: full-width digits, traditional characters and 卷后 for 券后 are read as
 * meant. Same length, so that offsets stay.
 */
export function foldMoneyText(text: string): string {
  return text.replace(unusual, (character) => {
    if (character === '卷') return '券';
    return simplified.get(character) ?? character.normalize('NFKC');
  });
}

/** What a match of {@link moneyAmount} means, in 分, without binary fractions. */
export function amountFen(text: string | undefined): number | null {
  const plain = (text ?? '').replace(/,|\uFE0F|\u20E3/g, '');
  const parts = /^(\d+)(?:[.块元](\d{1,2}))?(?:[毛角](\d?))?(万?)$/.exec(plain);
  if (!parts) return null;
  const [, yuan, behind = '', fen = '', tenThousands] = parts;
  const each = Number(yuan) * 100 + Number((behind + fen).padEnd(2, '0'));
  return tenThousands === '' ? each : each * 10_000;
}
