/**
 * Sets every letter, digit and Han character off by spaces, so that an FTS5 phrase of single characters finds any
 * substring, one- and two-character queries included (the trigram tokenizer finds nothing below three).
 * Everything else separates. Full-width forms are folded, so `１２３` and `123` meet.
 */
export function spaceCharacters(text: string): string {
  let spaced = '';
  for (const character of plain.test(text) ? text : text.normalize('NFKC')) {
    if (isSearchable(character)) spaced += spaced === '' ? character : ` ${character}`;
  }
  return spaced;
}

/** Han characters and ASCII, of which normalising makes nothing else. */
const plain = /^[\x20-\x7e\u4e00-\u9fff]*$/;

function isSearchable(character: string): boolean {
  const code = character.charCodeAt(0);
  // Nearly all there is in a title, told without an expression.
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return /[\p{L}\p{N}]/u.test(character);
}
