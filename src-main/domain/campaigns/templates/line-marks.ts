import { textOf } from './numbers.ts';

/**
 * While a template renders, each value is written as a mark (its number between two code points that no text may
 * contain), so that lines can be tidied without ever touching a value: a long 口令 stays as it is, byte for byte.
 */
const open = '\ufdd0';
const close = '\ufdd1';
/** Ends a line that holds nothing but tags. */
const tagLine = '\ufdd2';
const mark = /\ufdd0(\d+)\ufdd1/g;
const anyMark = /[\ufdd0-\ufdd2]/g;

export class ValueMarks {
  private readonly values: string[] = [];

  /** Keeps a value and gives the mark that stands for it. */
  put(value: unknown): string {
    const text = value === false ? '' : textOf(value);
    this.values.push(text.replace(anyMark, ''));
    return `${open}${this.values.length - 1}${close}`;
  }

  private filled(number: string | undefined): boolean {
    return (this.values[Number(number)] ?? '').trim() !== '';
  }

  /** The text with its values: lines whose values are all missing are gone, and so is what only held a value. */
  finish(rendered: string): string {
    const kept: string[] = [];
    for (const line of rendered.split(/\r\n?|\n/)) {
      const tidy = this.tidyLine(line);
      if (tidy === null || (tidy === '' && (kept.at(-1) ?? '') === '')) continue;
      kept.push(tidy);
    }
    while (kept.at(-1) === '') kept.pop();
    return kept.join('\n').replace(mark, (_, number: string) => this.values[Number(number)] ?? '');
  }

  /** The line with empty marks and brackets around nothing removed; null when the whole line is to go. */
  private tidyLine(line: string): string | null {
    const numbers = Array.from(line.matchAll(mark), (match) => match[1]);
    if (numbers.length > 0 && !numbers.some((number) => this.filled(number))) return null;
    const onlyTags = line.includes(tagLine) && line.replaceAll(tagLine, '').trim() === '';
    if (onlyTags) return null;
    const present = line
      .replaceAll(tagLine, '')
      .replace(mark, (whole, number: string) => (this.filled(number) ? whole : ''));
    const withoutShells =
      numbers.length > 0 ? present.replace(/【\s*】|（\s*）|\(\s*\)|「\s*」|《\s*》|\[\s*\]/g, '') : present;
    return withoutShells.trimEnd();
  }
}

const tagsOnly = /^[ \t]*(?:\{%-?(?:(?!%\}).)*%\}[ \t]*)+$/;

/** The template with every line of tags marked, so that it leaves no blank line behind. Lines and columns stay. */
export function markTagLines(body: string): string {
  return body
    .replace(anyMark, '')
    .split(/\r\n?|\n/)
    .map((line) => (tagsOnly.test(line) ? line + tagLine : line))
    .join('\n');
}
