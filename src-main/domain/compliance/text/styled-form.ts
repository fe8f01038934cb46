/** Where white letters on black begin that Unicode does not call compatible with A–Z: 🅐 in circles, 🅰 in squares. */
const whiteLetters = [0x1f150, 0x1f170];
const letterA = 0x61;

/** What stands between brackets that are part of the character: the 2 of ⑵, the 一 of ㈠. */
const bracketed = /^\(([\p{L}\p{N}]{1,2})\)$/u;

/** How a styled character reads: its compatibility form, without brackets that only adorn it. */
export function styledForm(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  for (const first of whiteLetters) {
    if (code >= first && code < first + 26) return String.fromCharCode(letterA + code - first);
  }
  const compatible = character.normalize('NFKC');
  return bracketed.exec(compatible)?.[1] ?? compatible;
}
