import type { SurfaceId } from '#contract/surfaces';
import { compileTemplate, type CompiledTemplate } from './template-engine.ts';
import type { TemplateProblem, TemplateProblemCode } from './template-problem.ts';
import { nearestVariable, variableAliases, variableNames, type VariableName, variableOf } from './variables.ts';

export interface TemplateCheck {
  /** Usable: no problem is an error. */
  ok: boolean;
  problems: TemplateProblem[];
  /** Known variables the template reads, in the order of the catalogue. */
  variables: VariableName[];
}

/** Surfaces where a 口令 in the text is blocked by policy. Source: research wechat_policy, Moments since 2018-05-29. */
const tokenForbidden: ReadonlySet<SurfaceId> = new Set(['moments']);
/** Surfaces whose text is posted without a link of its own. */
const linkElsewhere: ReadonlySet<SurfaceId> = new Set(['moments', 'oa_article', 'channels']);

/** Everything a person should know about a template before using it on a surface. */
export function checkTemplate(body: string, surface: SurfaceId): TemplateCheck {
  const problems: TemplateProblem[] = [];
  if (body.trim() === '') problems.push(problem('empty', 'error'));
  problems.push(...typingSlips(body));
  const compiled = compileTemplate(body);
  if (!compiled.ok) return { ok: false, problems: [...problems, compiled.problem], variables: [] };
  const { known, unknown } = readVariables(compiled.template);
  problems.push(...unknown);
  const token = known.get('口令');
  if (tokenForbidden.has(surface) && token) problems.push(problem('token-on-moments', 'warning', token));
  if (problems.length === 0 && known.size === 0) problems.push(problem('no-product', 'warning'));
  if (known.size > 0 && !linkElsewhere.has(surface) && !known.has('链接') && !known.has('口令')) {
    problems.push(problem('no-link', 'warning'));
  }
  return {
    ok: problems.every(({ severity }) => severity !== 'error'),
    problems,
    variables: variableNames.filter((name) => known.has(name)),
  };
}

type Place = Pick<CompiledTemplate['variables'][number], 'line' | 'column'>;

const problem = (
  code: TemplateProblemCode,
  severity: TemplateProblem['severity'],
  at: Partial<Pick<TemplateProblem, 'line' | 'column' | 'params'>> = {},
): TemplateProblem => ({ code, severity, line: at.line ?? null, column: at.column ?? null, params: at.params ?? {} });

function readVariables({ variables }: CompiledTemplate): {
  known: Map<VariableName, Place>;
  unknown: TemplateProblem[];
} {
  const known = new Map<VariableName, Place>();
  const unknown: TemplateProblem[] = [];
  for (const { name, line, column } of variables) {
    const variable = variableOf(name);
    if (variable) {
      known.set(variable, { line, column });
      continue;
    }
    const near = nearestVariable(name);
    const params = near ? { name, near } : { name };
    unknown.push(problem(near ? 'unknown-variable-near' : 'unknown-variable', 'error', { line, column, params }));
  }
  return { known, unknown };
}

const names = [...variableNames, ...Object.values(variableAliases)].join('|');
const singleBrace = new RegExp(`(?<!\\{)\\{\\s*(${names})\\s*\\}(?!\\})`, 'g');
const fullWidthSigns = /[｛｝]{1,2}|\{\{[^{}\n]{0,60}[｜][^{}\n]{0,60}\}\}/g;

/** Slips that are no syntax to the engine: full-width signs and single braces would be posted as they stand. */
function typingSlips(body: string): TemplateProblem[] {
  const slips: TemplateProblem[] = [];
  body.split(/\r\n?|\n/).forEach((text, index) => {
    const [fullWidth] = text.matchAll(fullWidthSigns);
    const at = (match: RegExpMatchArray) => ({ line: index + 1, column: (match.index ?? 0) + 1 });
    if (fullWidth)
      slips.push(problem('full-width-sign', 'error', { ...at(fullWidth), params: { sign: fullWidth[0] } }));
    for (const match of text.matchAll(singleBrace)) {
      slips.push(problem('single-brace', 'warning', { ...at(match), params: { name: match[1] ?? '' } }));
    }
  });
  return slips;
}
