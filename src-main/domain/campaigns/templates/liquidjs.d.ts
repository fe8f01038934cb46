/**
 * The part of LiquidJS the templates use. Its own declarations pull in Node's types, which the pure layers must not see.
 */
declare module 'liquidjs' {
  export interface Position {
    row: number;
    col: number;
  }

  /** A parsed piece of a template; only ever handed back to the engine. */
  export interface Template {
    readonly token: unknown;
  }

  /** Called with the rendering in progress as `this`; `use` throws once all that was used is more than `memoryLimit`. */
  export type LiquidFilter = (
    this: { context: { memoryLimit: { use(count: number): void } } },
    ...values: unknown[]
  ) => unknown;

  export interface LiquidOptions {
    strictFilters?: boolean;
    strictVariables?: boolean;
    ownPropertyOnly?: boolean;
    parseLimit?: number;
    memoryLimit?: number;
    templates?: Record<string, string>;
    locale?: string;
    outputEscape?: LiquidFilter;
  }

  export interface StaticAnalysis {
    /** Variables that no assign or capture of the template defines, by name. */
    globals: Record<string, { location: Position }[]>;
  }

  export class Liquid {
    constructor(options?: LiquidOptions);
    readonly filters: Record<string, unknown>;
    readonly tags: Record<string, unknown>;
    registerFilter(name: string, filter: LiquidFilter): void;
    parse(source: string): Template[];
    renderSync(templates: Template[], scope: object): unknown;
    analyzeSync(templates: Template[]): StaticAnalysis;
  }
}
