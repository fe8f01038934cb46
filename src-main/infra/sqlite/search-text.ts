/**
 * The text an FTS5 index holds for substring search: every letter, digit and Han character on its own, so that a phrase of
 * single characters finds any substring, one- and two-character queries included (the trigram tokenizer finds nothing
 * below three). Behind them, for every stretch of Latin letters and digits, each three that follow one another: a digit is
 * in nearly every item id, and to find `881280` by its digits takes fifty times as long as by `881 812 128 280`.
 * What is neither letter nor digit separates nothing. Full-width forms are folded, so `１２３` and `123` meet.
 */
export function indexedText(text: string): string {
  let singles = '';
  let threes = '';
  let before = '';
  for (const character of plain.test(text) ? text : text.normalize('NFKC')) {
    if (!isSearchable(character)) continue;
    singles += singles === '' ? character : ` ${character}`;
    if (!isLatin(character)) {
      before = '';
    } else if (before.length < 2) {
      before += character;
    } else {
      threes += ` ${before}${character}`;
      before = before.charAt(1) + character;
    }
  }
  return singles + threes;
}

/** FTS5 query that finds every word as a substring of an {@link indexedText}. Null when nothing is searchable. */
export function searchQuery(search: string): string | null {
  const phrases = search
    .split(/\s+/)
    .map(phraseOf)
    .filter((phrase) => phrase !== '')
    .map((phrase) => `"${phrase}"`);
  return phrases.length > 0 ? phrases.join(' AND ') : null;
}

function phraseOf(word: string): string {
  const characters = Array.from(word.normalize('NFKC')).filter(isSearchable);
  if (characters.length < 3 || !characters.every(isLatin)) return characters.join(' ');
  return characters
    .slice(2)
    .map((_, at) => characters.slice(at, at + 3).join(''))
    .join(' ');
}

/** Han characters and ASCII, of which normalising makes nothing else. */
const plain = /^[\x20-\x7e\u4e00-\u9fff]*$/;

function isSearchable(character: string): boolean {
  const code = character.charCodeAt(0);
  // Nearly all there is in a title, told without an expression.
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  if (code < 0x80) return isLatin(character);
  return /[\p{L}\p{N}]/u.test(character);
}

/** An ASCII letter or digit. */
function isLatin(character: string): boolean {
  const code = character.charCodeAt(0);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
