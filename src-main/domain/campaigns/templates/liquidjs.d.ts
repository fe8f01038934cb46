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

  export interface LiquidOptions {
    strictFilters?: boolean;
    strictVariables?: boolean;
    ownPropertyOnly?: boolean;
    parseLimit?: number;
    renderLimit?: number;
    memoryLimit?: number;
    templates?: Record<string, string>;
    outputEscape?: (value: unknown) => string;
  }

  export interface StaticAnalysis {
    /** Variables that no assign or capture of the template defines, by name. */
    globals: Record<string, { location: Position }[]>;
  }

  export class Liquid {
    constructor(options?: LiquidOptions);
    readonly filters: Record<string, unknown>;
    readonly tags: Record<string, unknown>;
    registerFilter(name: string, filter: (...values: unknown[]) => unknown): void;
    parse(source: string): Template[];
    renderSync(templates: Template[], scope: object): unknown;
    analyzeSync(templates: Template[]): StaticAnalysis;
  }
}
