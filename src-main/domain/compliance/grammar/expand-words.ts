const maxExpansions = 4000;

/** Splits at `|` outside nested brackets. */
function splitAlternatives(source: string): string[] {
  const out: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const unit = source[at];
    if (unit === '{' || unit === '[') depth += 1;
    else if (unit === '}' || unit === ']') depth -= 1;
    else if (unit === '|' && depth === 0) {
      out.push(source.slice(from, at));
      from = at + 1;
    }
  }
  out.push(source.slice(from));
  return out;
}

function closingOf(source: string, open: number): number {
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    if (source[at] === '{' || source[at] === '[') depth += 1;
    if (source[at] === '}' || source[at] === ']') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

const written = /[_⟦⟧]/;

function literal(text: string): string {
  if (!written.test(text)) return text;
  return text.replaceAll('_', ' ').replaceAll('⟦', '[').replaceAll('⟧', ']');
}

/**
 * Writes out a word template: `{a|b}` is one of, `[a|b]` is one of or nothing, `_` is a space, `⟦` and `⟧` are brackets.
 * Throws a RangeError for unbalanced brackets or more than 4,000 results.
 */
export function expandWord(template: string): string[] {
  const open = template.search(/[{[]/);
  if (open < 0) return [literal(template)];
  const close = closingOf(template, open);
  if (close < 0) throw new RangeError(`unbalanced bracket in ${template}`);
  const choices = splitAlternatives(template.slice(open + 1, close)).flatMap(expandWord);
  if (template[open] === '[') choices.push('');
  const rests = expandWord(template.slice(close + 1));
  const head = literal(template.slice(0, open));
  if (choices.length * rests.length > maxExpansions) throw new RangeError(`too many forms in ${template}`);
  return choices.flatMap((choice) => rests.map((rest) => head + choice + rest));
}
