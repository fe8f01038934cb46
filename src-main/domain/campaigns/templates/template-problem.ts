/** What can be wrong with a template; the sentence is in contract/messages/template-messages under the code. */
export type TemplateProblemCode =
  | 'empty'
  | 'too-long'
  | 'output-too-long'
  | 'too-much-work'
  | 'unknown-variable'
  | 'unknown-variable-near'
  | 'unknown-filter'
  | 'unknown-tag'
  | 'tag-not-closed'
  | 'output-not-closed'
  | 'tag-without-opening'
  | 'no-value'
  | 'bad-value'
  | 'comparison'
  | 'syntax'
  | 'full-width-sign'
  | 'single-brace'
  | 'token-on-moments'
  | 'no-link'
  | 'no-product';

export interface TemplateProblem {
  code: TemplateProblemCode;
  /** `error`: the template cannot be used; `warning`: it can, but the copy may not be what was meant. */
  severity: 'error' | 'warning';
  /** From 1; null when the template as a whole is meant. */
  line: number | null;
  column: number | null;
  params: Readonly<Record<string, string | number>>;
}

const closingTags = /^(?:end\w+|else|elsif|when)$/;

interface Rule {
  pattern: RegExp;
  code: (match: RegExpExecArray) => TemplateProblemCode;
  params?: (match: RegExpExecArray) => Record<string, string>;
}

/** LiquidJS says what is wrong only in its English sentence. */
const rules: readonly Rule[] = [
  { pattern: /^undefined filter: (.+)$/, code: () => 'unknown-filter', params: ([, name = '']) => ({ name }) },
  {
    pattern: /^tag "(.*)" not found$/,
    code: ([, name = '']) => (closingTags.test(name) ? 'tag-without-opening' : 'unknown-tag'),
    params: ([, name = '']) => ({ name }),
  },
  {
    pattern: /^tag \{%-?\s*(\w+)?[\s\S]* not closed$/,
    code: () => 'tag-not-closed',
    params: ([, name = '']) => ({ name }),
  },
  { pattern: /^output [\s\S]* not closed$/, code: () => 'output-not-closed' },
  { pattern: /^invalid value expression: "(?:\|[\s\S]*)?"$/, code: () => 'no-value' },
  { pattern: /^(?:expected "\|" before filter|unexpected token)/, code: () => 'comparison' },
  {
    pattern: /^invalid value expression: "([\s\S]*)"$/,
    code: () => 'bad-value',
    params: ([, value = '']) => ({ value: value.slice(0, 40) }),
  },
  { pattern: /limit exceeded$/, code: () => 'too-much-work' },
];

/** A failure of parsing or rendering as a problem with its place. */
export function failureProblem(error: unknown): TemplateProblem {
  const sentence = error instanceof Error ? error.message : String(error);
  const place = /, line:(\d+), col:(\d+)[\s\S]*$/.exec(sentence);
  const said = place ? sentence.slice(0, place.index) : sentence;
  const at = { severity: 'error' as const, line: Number(place?.[1] ?? 1), column: Number(place?.[2] ?? 1) };
  for (const { pattern, code, params } of rules) {
    const match = pattern.exec(said);
    if (match) return { ...at, code: code(match), params: params?.(match) ?? {} };
  }
  return { ...at, code: 'syntax', params: {} };
}
