/** The named references that occur in addresses, posts and Chinese page text; joiners that cannot be seen stand for nothing. */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', ' '],
  ['zwj', ''],
  ['zwnj', ''],
  ['shy', ''],
  ['yen', '¥'],
  ['middot', '·'],
  ['hellip', '…'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['times', '×'],
  ['copy', '©'],
  ['reg', '®'],
  ['rarr', '→'],
  ['larr', '←'],
]);

/**
 * Source of a pattern for one HTML character reference; its groups are what {@link referenceText} takes, in their order. A
 * name without its semicolon counts as in HTML's attributes: `&copy=1` is a parameter of an address.
 */
export const referencePattern = '&(?:#(\\d{1,7});?|#[xX]([0-9a-fA-F]{1,6});?|([a-zA-Z]{2,8})(?:;|(?![=\\w])))';

/** The character of a code point; null where there is none, as for 0 and for halves of surrogate pairs. */
export function characterOf(code: number): string | null {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** What a character reference stands for; undefined for a name that is not known, null for a code without a character. */
export function referenceText(decimal?: string, hex?: string, name?: string): string | null | undefined {
  if (name !== undefined) return named.get(name);
  return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
}
