import { isCalendarDay } from '../links/calendar-day.ts';

/** What is wrong with a value of a pack; the sentence is `openability.pack.<code>` with `at` and `params`. */
export interface PackProblem {
  code: PackProblemCode;
  /** Where, as a path: `rows[11].from`; '' for the pack as a whole. */
  at: string;
  params: Readonly<Record<string, string | number>>;
}

export type PackProblemCode =
  | 'too-large'
  | 'not-json'
  | 'too-deep'
  | 'forbidden-name'
  | 'control-character'
  | 'wrong-type'
  | 'missing'
  | 'unknown-field'
  | 'text-too-long'
  | 'bad-id'
  | 'bad-day'
  | 'not-one-of'
  | 'out-of-range'
  | 'too-many'
  | 'empty'
  | 'duplicate-id'
  | 'unknown-reference'
  | 'unknown-kind'
  | 'from-after-to'
  | 'contradiction'
  | 'overlap'
  | 'no-source';

/** Collects problems; `stop` is true once so many were found that looking further helps nobody. */
export interface Report {
  add(code: PackProblemCode, at: string, params?: Readonly<Record<string, string | number>>): void;
  /** Something ignored, worth saying, not worth refusing. */
  warn(code: PackProblemCode, at: string, params?: Readonly<Record<string, string | number>>): void;
  readonly full: boolean;
}

/** Reads untrusted JSON into a fresh value of type T; undefined when it reported a problem. Never keeps the input. */
export interface Shape<T> {
  read(value: unknown, at: string, report: Report): T | undefined;
  /** The same constraint as JSON Schema, for people who write packs. */
  schema(): Readonly<Record<string, unknown>>;
}

export type Infer<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type FromFields<F extends Fields> = { -readonly [K in keyof F]: Infer<F[K]> };

/** Names that reach an object's prototype; no pack needs them. */
const forbiddenNames: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor']);

export function object<F extends Fields>(fields: F): Shape<FromFields<F>> {
  const names = Object.keys(fields);
  return {
    read(value, at, report) {
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return wrongType(report, at, 'object', value);
      const result: Record<string, unknown> = {};
      let complete = true;
      for (const name of Object.keys(value)) {
        if (forbiddenNames.has(name)) report.add('forbidden-name', join(at, name), { name });
        else if (!Object.hasOwn(fields, name)) report.warn('unknown-field', join(at, name), { name });
      }
      for (const [name, shape] of Object.entries(fields)) {
        if (report.full) return undefined;
        const read = readField(value, name, shape, join(at, name), report);
        if (read === undefined) complete = false;
        else result[name] = read;
      }
      return complete ? (result as FromFields<F>) : undefined;
    },
    schema: () => ({
      type: 'object',
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, fields[name]?.schema()])),
    }),
  };
}

function readField(value: object, name: string, shape: Shape<unknown>, at: string, report: Report): unknown {
  if (Object.hasOwn(value, name)) return shape.read((value as Record<string, unknown>)[name], at, report);
  report.add('missing', at, { name });
  return undefined;
}

export function list<T>(item: Shape<T>, limits: { max: number; min?: number }): Shape<T[]> {
  const min = limits.min ?? 0;
  return {
    read(value, at, report) {
      if (!Array.isArray(value)) return wrongType(report, at, 'list', value);
      if (value.length > limits.max) return fail(report, 'too-many', at, { max: limits.max, found: value.length });
      if (value.length < min) return fail(report, 'empty', at, {});
      const result: T[] = [];
      for (let index = 0; index < value.length; index += 1) {
        if (report.full) return undefined;
        const read = item.read(value[index], `${at}[${index}]`, report);
        if (read !== undefined) result.push(read);
      }
      return result.length === value.length ? result : undefined;
    },
    schema: () => ({ type: 'array', items: item.schema(), maxItems: limits.max, minItems: min }),
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return {
    read: (value, at, report) => (value === null ? null : shape.read(value, at, report)),
    schema: () => ({ anyOf: [shape.schema(), { type: 'null' }] }),
  };
}

/** Text for people or machines; control and direction-changing characters could hide what a rule says. */
export function text(max: number, min = 0): Shape<string> {
  return {
    read(value, at, report) {
      if (typeof value !== 'string') return wrongType(report, at, 'text', value);
      if (value.length > max) return fail(report, 'text-too-long', at, { max, found: value.length });
      if (value.trim().length < min) return fail(report, 'empty', at, {});
      if (/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value))
        return fail(report, 'control-character', at, {});
      return value;
    },
    schema: () => ({ type: 'string', maxLength: max, minLength: min }),
  };
}

const idPattern = /^[a-zA-Z0-9][a-zA-Z0-9._@-]{0,99}$/;

/** A name used to refer to something. */
export const id: Shape<string> = {
  read(value, at, report) {
    if (typeof value !== 'string') return wrongType(report, at, 'text', value);
    if (forbiddenNames.has(value)) return fail(report, 'forbidden-name', at, { name: value });
    return idPattern.test(value) ? value : fail(report, 'bad-id', at, { value: shorten(value) });
  },
  schema: () => ({ type: 'string', pattern: idPattern.source }),
};

export const day: Shape<string> = {
  read(value, at, report) {
    if (typeof value !== 'string') return wrongType(report, at, 'text', value);
    return isCalendarDay(value) ? value : fail(report, 'bad-day', at, { value: shorten(value) });
  },
  schema: () => ({ type: 'string', format: 'date' }),
};

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  return {
    read(value, at, report) {
      const found = values.find((candidate) => candidate === value);
      if (found !== undefined) return found;
      // Text of its own: a pack's object may hold anything under the name of toString.
      const written = typeof value === 'string' ? value : JSON.stringify(value);
      return fail(report, 'not-one-of', at, { value: shorten(written), allowed: values.join(', ') });
    },
    schema: () => ({ enum: values }),
  };
}

export function integer(min: number, max: number): Shape<number> {
  return {
    read(value, at, report) {
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrongType(report, at, 'number', value);
      return value >= min && value <= max ? value : fail(report, 'out-of-range', at, { min, max });
    },
    schema: () => ({ type: 'integer', minimum: min, maximum: max }),
  };
}

function wrongType(report: Report, at: string, expected: string, value: unknown): undefined {
  const found = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
  return fail(report, 'wrong-type', at, { expected, found });
}

function fail(
  report: Report,
  code: PackProblemCode,
  at: string,
  params: Readonly<Record<string, string | number>>,
): undefined {
  report.add(code, at, params);
  return undefined;
}

const join = (at: string, name: string): string => (at === '' ? shorten(name) : `${at}.${shorten(name)}`);

const shorten = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);
