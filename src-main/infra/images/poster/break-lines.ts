/** Signs that may not start a line (避头), and signs that may not end one (避尾). Source: GB/T 15834 line rules. */
const noStart = new Set('，。、；：？！…—～·）〕】》〉」』”’％℃°),.;:?!%]}~〜ー々');
const noEnd = new Set('（〔【《〈「『“‘￥¥$＄([{#@');

/** Latin words, numbers and measures that stay in one piece: `ins`, `205g*12+4`, `XL`, `3.5`, `2-in-1`. */
const word =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]+(?:[.'’&+*×/_-][\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]+)*|\s+|./gsu;

export type Measure = (text: string) => number;

/**
 * Breaks a text into at most `maxLines` lines of `maxWidth`, by the rules of Chinese setting: signs never start or end
 * a line wrongly, Latin words stay whole when they can. What does not fit ends in `…`. No line is wider than `maxWidth`
 * unless a single character is.
 */
export function breakLines(text: string, measure: Measure, maxWidth: number, maxLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of fittingPieces(text, measure, maxWidth)) {
    if (measure((line + piece).trimEnd()) <= maxWidth || line === '') {
      line += line === '' ? piece.trimStart() : piece;
      continue;
    }
    if (lines.length === maxLines - 1) return [...lines, ellipsis(line + piece, measure, maxWidth)];
    lines.push(line.trimEnd());
    line = piece.trimStart();
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/**
 * {@link breakLines} with two lines of about equal length when the second would hold only a few characters; a lone
 * character under a full line looks like a mistake.
 */
export function breakBalanced(text: string, measure: Measure, maxWidth: number, maxLines: number): string[] {
  const lines = breakLines(text, measure, maxWidth, maxLines);
  if (lines.length !== 2 || measure(lines[1] ?? '') > maxWidth * 0.3) return lines;
  const balanced = breakLines(text, measure, measure(text) * 0.6, maxLines);
  return balanced.length === 2 && !balanced[1]?.endsWith('…') ? balanced : lines;
}

/** Words and signs as the smallest pieces that may be separated. */
function keepTogether(text: string): string[] {
  const pieces: string[] = [];
  for (const [piece] of text.matchAll(word)) {
    const last = pieces.at(-1);
    const glued = last !== undefined && (noStart.has(piece) || noEnd.has(last.slice(-1)));
    if (glued && last.length < 12) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

function* fittingPieces(text: string, measure: Measure, maxWidth: number): Generator<string> {
  for (const piece of keepTogether(text)) yield* splitWide(piece, measure, maxWidth);
}

/** A piece wider than a line is broken wherever it must. */
function splitWide(piece: string, measure: Measure, maxWidth: number): string[] {
  if (measure(piece) <= maxWidth) return [piece];
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && measure(part + character) > maxWidth) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

/** As much of a text that is too wide as fits in front of `…`. */
function ellipsis(text: string, measure: Measure, maxWidth: number): string {
  const characters = Array.from(text);
  while (characters.length > 0) {
    const cut = characters.join('').replace(/[\s，。、；：,.;:·（【《「(]+$/u, '');
    if (measure(`${cut}…`) <= maxWidth) return `${cut}…`;
    characters.pop();
  }
  return '…';
}
