import { entryNumber, readEntryNumber } from './entry-number.ts';
import type { FreeText, Span } from './free-text.ts';
import { isHeadline, quotedName, trimTitle } from './title-words.ts';

/** An entry of a numbered list of products. */
export interface ListEntry {
  /** Where its line begins. */
  start: number;
  /** The words behind the number, up to a price or link. */
  name: Span;
}

interface Numbered extends ListEntry {
  number: number;
}

/** At the start of a line, emoji in front or not; as few of them as can be, for 🔟 is one too. */
const mark = new RegExp(`^\\s{0,4}(?:\\p{Extended_Pictographic}\\uFE0F?){0,4}?(${entryNumber})\\s{0,4}`, 'u');
/** What is done first and then is no product. */
const step = /^(?:先|再|然后|最后|首先|其次|第.步)/;

/**
 * The entries of a list in which each has a number one above that of the entry before and ends with a link of its own.
 * Numbered selling points have no links, and steps (1、领券 2、下单) no names: they are no entries.
 * @param free has links and money taken already
 */
export function listEntries(text: string, lines: readonly Span[], free: FreeText, links: readonly Span[]): ListEntry[] {
  const numbered = lines.flatMap((line) => numberedLine(text, line, free) ?? []);
  const hasLink = stretchesWith(numbered, links);
  const follows = numbered.map(
    ({ number }, index) => numbered[index - 1]?.number === number - 1 && hasLink[index - 1] === true,
  );
  return numbered
    .filter((_, index) => follows[index] || follows[index + 1])
    .map(({ start, name }) => ({ start, name }));
}

type Start = Pick<Span, 'start'>;

/** Whether anything of `parts` begins between each of `starts` and the next one; both are in order. */
export function stretchesWith(starts: readonly Start[], parts: readonly Start[]): boolean[] {
  let next = 0;
  return starts.map(({ start }, index) => {
    const end = starts[index + 1]?.start ?? Infinity;
    while ((parts[next]?.start ?? Infinity) < start) next += 1;
    return (parts[next]?.start ?? Infinity) < end;
  });
}

function numberedLine(text: string, line: Span, free: FreeText): Numbered | null {
  const match = mark.exec(text.slice(line.start, Math.min(line.end, line.start + 40)));
  if (!match) return null;
  const begin = line.start + match[0].length;
  const name = nameBehind(text, { start: begin, end: line.end }, free);
  const written = name && text.slice(name.start, name.end);
  if (!name || !written || !isHeadline(written, 2) || step.test(written)) return null;
  return { start: line.start, number: readEntryNumber(match[1] ?? ''), name };
}

function nameBehind(text: string, behind: Span, free: FreeText): Span | null {
  const quoted = quotedName(text.slice(behind.start, behind.end));
  if (quoted) {
    const name = { start: behind.start + quoted.start, end: behind.start + quoted.end };
    return free.isFree(name) ? name : null;
  }
  const [words] = free.gaps(behind);
  return words?.start === behind.start ? trimTitle(text, words) : null;
}
