import type { FoldSources } from './fold-sources.ts';

/** Units that carry no meaning of their own: format controls, marks, fillers. Matched against one BMP character. */
const invisible = /^[\p{Cf}\p{Mn}\p{Me}\u115F\u1160\u3164\uFFA0\u2800\uFFFC\u200B-\u200F\u180B-\u180F]$/u;
const control = /^[\p{Cc}]$/u;
const kept = new Set(['\n', '\t', ' ']);

/** Small capitals, which Unicode lists neither as compatible with nor as confusable for the letters they are read as. */
const smallCapitals = 'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz';
const alphabets =
  /^[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\u00C0-\u024F\u0250-\u02AF\u1D00-\u1DBF\u1E00-\u1EFF\uA720-\uA7FF]$/u;

/** The ASCII letter a letter of another alphabet, or one with marks (ē, ǎ), is read as. */
function latinFor(character: string, sources: FoldSources): string | null {
  if (!alphabets.test(character)) return null;
  const at = smallCapitals.indexOf(character);
  if (at >= 0 && at % 2 === 0) return smallCapitals[at + 1] ?? null;
  const bare = character.normalize('NFD')[0] ?? character;
  const alike = /^[A-Za-z]$/.test(bare)
    ? bare
    : (sources.homoglyphs.get(character) ?? sources.homoglyphs.get(character.toLowerCase()) ?? '');
  return /^[A-Za-z]$/.test(alike) ? alike.toLowerCase() : null;
}

/** Where rows of digits in circles begin, and with which digit, that Unicode does not call compatible: ❶ ➀ ➊ ⓵ ⓿. */
const circled: readonly [first: number, digit: number, count: number][] = [
  [0x2776, 1, 9],
  [0x2780, 1, 9],
  [0x278a, 1, 9],
  [0x24f5, 1, 9],
  [0x24ff, 0, 1],
];

/** The digit a circle holds; null for what is none of {@link circled}. */
function circledDigit(character: string): string | null {
  const code = character.charCodeAt(0);
  const row = circled.find(([first, , count]) => code >= first && code < first + count);
  return row === undefined ? null : String(row[1] + code - row[0]);
}

/** Folds one BMP character to one BMP character; '' drops it, null leaves it to the slow path (1 → n). */
function foldOne(character: string, sources: FoldSources): string | null {
  if (kept.has(character)) return character === '\t' ? ' ' : character;
  if (invisible.test(character) || control.test(character)) return '';
  const compatible = circledDigit(character) ?? character.normalize('NFKC');
  if (compatible.length !== 1) return null;
  const latin = latinFor(compatible, sources);
  if (latin !== null) return latin;
  const lower = compatible.toLowerCase();
  const base = lower.length === 1 ? lower : compatible;
  const simple = sources.simplified.get(base) ?? base;
  if (simple.length !== 1) return base;
  return /^\s$/u.test(simple) && simple !== '\n' ? ' ' : simple;
}

/**
 * The one-unit fold as a string of pairs `from to`, and the dropped units as a string.
 * NFKC, lower case, traditional → simplified, look-alike letters, in that order.
 */
export function buildFoldTable(sources: FoldSources): { fold: string; drop: string; expand: string } {
  let fold = '';
  let drop = '';
  let expand = '';
  for (let code = 0; code < 0x10000; code += 1) {
    if (code >= 0xd800 && code < 0xf900) continue;
    const character = String.fromCharCode(code);
    const to = foldOne(character, sources);
    if (to === null) expand += character;
    else if (to === '') drop += character;
    else if (to !== character) fold += character + to;
  }
  return { fold, drop, expand };
}

/** Syllable names and, for each of U+4E00…U+9FA5 in turn, U+4E00 + the index of its main toneless reading. */
export function buildPinyinTable(sources: FoldSources): { syllables: string; readings: string } {
  const syllables: string[] = [''];
  const ids = new Map<string, number>([['', 0]]);
  let readings = '';
  for (let code = 0x4e00; code <= 0x9fa5; code += 1) {
    const character = String.fromCharCode(code);
    const main = (sources.wordReading(character)[0] ?? '').replaceAll('ü', 'v');
    const name = /^[a-z]+$/u.test(main) ? main : '';
    let id = ids.get(name);
    if (id === undefined) {
      id = syllables.length;
      ids.set(name, id);
      syllables.push(name);
    }
    readings += String.fromCharCode(0x4e00 + id);
  }
  return { syllables: syllables.join(' '), readings };
}
