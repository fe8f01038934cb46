import { Liquid, type LiquidFilter, type Template } from 'liquidjs';
import { type Filter, filters } from './filters.ts';
import { textOf } from './numbers.ts';
import { markTagLines, ValueMarks } from './line-marks.ts';
import { advertisingMark, type TemplateProduct } from './template-product.ts';
import { failureProblem, type TemplateProblem } from './template-problem.ts';
import { scopeOf } from './variables.ts';

export const templateLimits = {
  /** Characters of a template. */
  bodyUnits: 5_000,
  /** Characters of one rendered copy; the longest surface limit known is 2,000. */
  copyUnits: 10_000,
  /** Characters that all filters and outputs of one copy take in and give back; usual templates need some thousands. */
  workUnits: 200_000,
  /** Templates of one file; as many as can be asked for at once. */
  perFile: 500,
} as const;

/** Loops, files and captured output are left out: nothing in a product is a list, and what is missing cannot hang. */
const allowedTags = new Set(['if', 'unless', 'case', 'assign', 'comment', '#']);

/** Values of the rendering in progress. Rendering is synchronous, so there is never more than one. */
let marks = new ValueMarks();

const liquid = createLiquid();

/** Work is counted in characters and not in time: whether a copy comes about must not depend on how busy the machine is. */
function counted(filter: Filter): LiquidFilter {
  return function (...values) {
    const { memoryLimit } = this.context;
    for (const value of values) memoryLimit.use(textOf(value).length + 1);
    const result = filter(...values);
    memoryLimit.use(textOf(result).length);
    return result;
  };
}

function createLiquid(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: false,
    ownPropertyOnly: true,
    parseLimit: templateLimits.bodyUnits * 2,
    memoryLimit: templateLimits.workUnits,
    templates: {},
    // Said, so that the system is not asked for it: that takes 20 ms of every start, and copies must not depend on it.
    locale: 'zh-CN',
    outputEscape: counted((value) => marks.put(value)),
  });
  for (const name of Object.keys(engine.filters)) Reflect.deleteProperty(engine.filters, name);
  for (const name of Object.keys(engine.tags)) if (!allowedTags.has(name)) Reflect.deleteProperty(engine.tags, name);
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, counted(filter));
  return engine;
}

/** A template that parsed; render it as often as needed. */
export interface CompiledTemplate {
  readonly templates: readonly unknown[];
  /** Variables the template does not define itself, with where each first stands. */
  readonly variables: readonly { name: string; line: number; column: number }[];
}

export type CompileResult = { ok: true; template: CompiledTemplate } | { ok: false; problem: TemplateProblem };

/** Parses a template. The only problem reported here is the first that stops parsing; see checkTemplate for the rest. */
export function compileTemplate(body: string): CompileResult {
  if (body.length > templateLimits.bodyUnits) {
    const params = { length: body.length, limit: templateLimits.bodyUnits };
    return { ok: false, problem: { code: 'too-long', severity: 'error', line: null, column: null, params } };
  }
  try {
    const templates = liquid.parse(markTagLines(body));
    const { globals } = liquid.analyzeSync(templates);
    const variables = Object.entries(globals).map(([name, uses]) => ({
      name,
      line: uses[0]?.location.row ?? 1,
      column: uses[0]?.location.col ?? 1,
    }));
    return { ok: true, template: { templates, variables } };
  } catch (error) {
    return { ok: false, problem: failureProblem(error) };
  }
}

export type RenderResult = { ok: true; text: string } | { ok: false; problem: TemplateProblem };

/**
 * The copy text of one product. Lines whose values are all missing disappear, blank lines never double, and the
 * 【广告】 mark is put in front when the product's view asks for it and the template forgot it. Values are only ever
 * inserted, never parsed. Fails when the template does more work than its limits allow.
 */
export function renderTemplate(template: CompiledTemplate, product: TemplateProduct): RenderResult {
  marks = new ValueMarks();
  let text: string;
  try {
    const rendered = liquid.renderSync(template.templates as Template[], scopeOf(product));
    text = withMark(marks.finish(textOf(rendered)), product);
  } catch (error) {
    return { ok: false, problem: failureProblem(error) };
  }
  if (text.length <= templateLimits.copyUnits) return { ok: true, text };
  const params = { length: text.length, limit: templateLimits.copyUnits };
  return { ok: false, problem: { code: 'output-too-long', severity: 'error', line: null, column: null, params } };
}

function withMark(text: string, product: TemplateProduct): string {
  if (product.广告 === '' || text === '' || text.includes(advertisingMark)) return text;
  const [firstLine = ''] = text.split('\n', 1);
  const standsAlone = product.口令 !== '' && firstLine.includes(product.口令.split('\n', 1)[0] ?? '');
  return standsAlone ? `${product.广告}\n${text}` : `${product.广告}${text}`;
}
