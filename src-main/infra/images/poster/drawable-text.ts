/** Marks that only shape emoji, and everything without a picture of its own. */
const shapeless = /\p{C}|\p{Variation_Selector}|\p{Emoji_Modifier}|\p{Me}/gu;

/**
 * The text with only what the font can draw: styled letters become plain ones (𝟗 → 9, ㎏ → kg), emoji and scripts
 * the font lacks are dropped. Nothing is ever drawn as an empty box.
 */
export function drawableText(text: string, covers: (codePoint: number) => boolean): string {
  let drawable = '';
  for (const character of text.toWellFormed().normalize('NFC').replace(/\s+/g, ' ').replace(shapeless, '')) {
    if (canDraw(character, covers)) {
      drawable += character;
      continue;
    }
    const plain = character.normalize('NFKC').replace(shapeless, '');
    drawable += canDraw(plain, covers) ? plain : ' ';
  }
  return drawable.replace(/ {2,}/g, ' ').trim();
}

/**
 * Letters, Chinese characters and digits that `drawableText` leaves out, each once: without them a name reads otherwise.
 * Emoji and ornaments are not among them; nobody misses those.
 */
export function lostLetters(text: string, covers: (codePoint: number) => boolean): string[] {
  const letters =
    text
      .toWellFormed()
      .normalize('NFC')
      .match(/\p{L}|\p{N}/gu) ?? [];
  return [...new Set(letters)].filter((letter) => !canDraw(letter, covers) && drawableText(letter, covers) === '');
}

function canDraw(text: string, covers: (codePoint: number) => boolean): boolean {
  return text !== '' && Array.from(text).every((character) => covers(character.codePointAt(0) ?? 0));
}
