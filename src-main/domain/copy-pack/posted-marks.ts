import { packKeyShape } from './pack-key.ts';

/** Posted items of one pack as text, the way a pack's page hands them over: `淘客台发布记录 k3x9 1-3,7`. */
export interface PostedMarks {
  /** @see packKey */
  key: string;
  /** Item numbers, ascending. */
  numbers: number[];
}

/** What the text begins with; the page's script writes it too. */
export const marksWord = '淘客台发布记录';

const largestNumber = 1_000_000;
const mostNumbers = 5_000;

/** Finds marks in a text that a person pasted, whatever stands around them; null when there are none. */
export function readPostedMarks(text: string): PostedMarks | null {
  const found = new RegExp(`${marksWord}\\s+([0-9a-z]{1,20})\\s+([0-9][0-9,\\s-]{0,40000})`).exec(text);
  const [, key = '', list = ''] = found ?? [];
  if (!found || !packKeyShape.test(key)) return null;
  const numbers = new Set<number>();
  for (const [, from = '', to = from] of list.matchAll(/(\d{1,7})(?:-(\d{1,7}))?/g)) {
    const [first, last] = [Number(from), Math.min(Number(to), largestNumber)];
    for (let number = first; number <= last && numbers.size < mostNumbers; number++) {
      if (number >= 1) numbers.add(number);
    }
  }
  return numbers.size === 0 ? null : { key, numbers: [...numbers].toSorted((a, b) => a - b) };
}
