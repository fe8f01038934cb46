/** Device names of Windows, which no file may have, with or without an ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\..*)?$/i;

/** Characters Windows forbids, as the look-alikes a person would pick; the rest of the forbidden ones are dropped. */
const replacements: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** Control, format, unassigned and private characters, and what only exists to shape emoji. */
const unsafe =
  /\p{C}|\p{Zl}|\p{Zp}|\p{Variation_Selector}|\p{Me}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\ufffd/gu;

/**
 * A name that Windows, macOS, Android and unzip programs all accept as one file or folder: no path, no reserved name,
 * no emoji, no end in a dot or space, at most `maxUnits` UTF-16 units. `fallback` (safe itself) is used when nothing
 * of the text is left.
 */
export function safeName(text: string, maxUnits: number, fallback: string): string {
  const cleaned = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(unsafe, '')
    .replace(/[<>:"/\\|?*]/g, (sign) => replacements[sign] ?? '')
    .replace(/ {2,}/g, ' ');
  const name = trimEnds(cutUnits(cleaned.replace(leading, ''), maxUnits));
  if (name === '') return fallback;
  return reserved.test(name) ? trimEnds(cutUnits(`_${name}`, maxUnits)) : name;
}

/** Leading dots hide files; trailing dots and spaces are lost on Windows. */
const leading = /^[\s.~]+/u;
const trimEnds = (name: string): string => name.replace(leading, '').replace(/[\s.]+$/u, '');

/** At most `units` UTF-16 units, never half a character. */
function cutUnits(text: string, units: number): string {
  if (text.length <= units) return text;
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > units) break;
    cut += character;
  }
  return cut;
}
