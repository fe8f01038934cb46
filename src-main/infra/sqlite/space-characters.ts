/**
 * Sets every letter, digit and Han character off by spaces, so that an FTS5 phrase of single characters finds any
 * substring, one- and two-character queries included (the trigram tokenizer finds nothing below three).
 * Everything else separates. Full-width forms are folded, so `１２３` and `123` meet.
 */
export function spaceCharacters(text: string): string {
  let spaced = '';
  for (const character of text.normalize('NFKC')) {
    if (isSearchable(character)) spaced += spaced === '' ? character : ` ${character}`;
  }
  return spaced;
}

function isSearchable(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return /[\p{L}\p{N}]/u.test(character);
}
