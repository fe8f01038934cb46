/** A piece of the text that is judged on its own. */
export interface Chunk {
  offset: number;
  text: string;
}

const target = 4000;
const longest = 6000;

function cutBefore(text: string, from: number): number {
  const limit = Math.min(text.length, from + longest);
  for (let at = from + target; at < limit; at += 1) {
    if (text[at] === '\n') return at + 1;
  }
  for (let at = from + target; at < limit; at += 1) {
    if ('。！？；!?;'.includes(text[at] ?? '')) return at + 1;
  }
  const unit = text.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}

/** Cuts a long text at line or sentence ends into pieces of about 4,000 units, so that work stays linear. */
export function chunksOf(text: string): Chunk[] {
  if (text.length <= longest) return [{ offset: 0, text }];
  const out: Chunk[] = [];
  let from = 0;
  while (from < text.length) {
    const to = text.length - from <= longest ? text.length : cutBefore(text, from);
    out.push({ offset: from, text: text.slice(from, to) });
    from = to;
  }
  return out;
}
