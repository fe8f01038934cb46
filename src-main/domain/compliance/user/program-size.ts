const repetition = /^\{(\d{1,6})(?:,(\d{0,6}))?\}/;

/** End of the escape or class that begins at `at`. */
function endOfUnit(source: string, at: number): number {
  if (source[at] === '\\') return at + 2;
  if (source[at] !== '[') return at + 1;
  let end = at + (source[at + 1] === '^' ? 2 : 1);
  // A bracket right after the opening one stands for itself.
  if (source[end] === ']') end += 1;
  while (end < source.length && source[end] !== ']') end += source[end] === '\\' ? 2 : 1;
  return end + 1;
}

/**
 * About how many steps the program of a pattern has: repetition counts copy what they repeat, nested ones multiply
 * (`(a{50}){50}` is 2,500 copies), those side by side add up. Faulty patterns get some number; the compiler refuses them.
 */
export function programSize(source: string): number {
  /** Sizes of the groups that are open, the whole pattern first; the last piece of each is kept apart. */
  const open: { size: number; last: number }[] = [{ size: 0, last: 0 }];
  let at = 0;
  while (at < source.length) {
    const group = open.at(-1) ?? { size: 0, last: 0 };
    const counted = repetition.exec(source.slice(at, at + 16));
    if (counted !== null) {
      const most = counted[2] === undefined || counted[2] === '' ? counted[1] : counted[2];
      group.last *= Math.max(1, Number(most));
      at += counted[0].length;
    } else if (source[at] === '(') {
      open.push({ size: 0, last: 0 });
      at += 1;
    } else if (source[at] === ')' && open.length > 1) {
      open.pop();
      const outer = open.at(-1) ?? group;
      outer.size += outer.last;
      outer.last = group.size + group.last;
      at += 1;
    } else {
      group.size += group.last;
      group.last = 1;
      at = endOfUnit(source, at);
    }
  }
  return open.reduce((sum, { size, last }) => sum + size + last, 0);
}
