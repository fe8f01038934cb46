const dingbats = '❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉➊➋➌➍➎➏➐➑➒➓';
const numerals = '一二三四五六七八九十';

/**
 * Source of a pattern for the number of an entry, e.g. 1、 2. (3) ④ ⑸ ❻ 7️⃣ 八、 🔟; it has no groups. 1.5, 39.9 and 3M
 * are no numbers of entries.
 */
export const entryNumber = String.raw`(?:[①-⒛${dingbats}]|🔟|(?:\d\uFE0F?\u20E3){1,2}|\d{1,2}(?:[、)）。]|[.．:：,，](?!\d))|[(（]\d{1,2}[)）]|[${numerals}]{1,2}、)`;

/** What a mark that fits {@link entryNumber} counts as. */
export function readEntryNumber(mark: string): number {
  if (mark === '🔟') return 10;
  const dingbat = dingbats.indexOf(mark);
  if (dingbat !== -1) return (dingbat % 10) + 1;
  const [first, second] = [mark.charAt(0), mark.charAt(1)].map((sign) => numerals.indexOf(sign) + 1);
  if (first) return second ? (first === 10 ? first + second : first * second) : first;
  return Number(mark.normalize('NFKC').replace(/\D/g, ''));
}
