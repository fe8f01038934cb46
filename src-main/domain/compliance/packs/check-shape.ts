import type { PackIssue } from './pack-issue.ts';

/** What a value in a pack must look like. */
export type Shape =
  | { type: 'string'; max: number }
  | { type: 'number' }
  | { type: 'boolean' }
  | { type: 'day' }
  | { type: 'className' }
  | { type: 'enum'; values: readonly string[] }
  | { type: 'nullable'; of: Shape }
  | { type: 'array'; of: Shape; max: number; min?: number }
  | { type: 'map'; of: Shape; max: number }
  | { type: 'object'; fields: Record<string, Shape>; optional?: Record<string, Shape> };

const deepest = 12;
const mostIssues = 20;
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const className = /^[A-Z][A-Z0-9_]{0,39}$/;
/** Names that reach an object's prototype. */
const forbiddenNames = new Set(['__proto__', 'constructor', 'prototype']);

/** Checks one value against its shape, without recursion deeper than packs need. */
class ShapeChecker {
  readonly issues: PackIssue[] = [];

  private report(code: PackIssue['code'], where: string, detail: string): void {
    if (this.issues.length < mostIssues) this.issues.push({ code, where, detail: detail.slice(0, 80) });
  }

  check(value: unknown, shape: Shape, where: string, depth = 0): void {
    if (depth > deepest) {
      this.report('too-deep', where, String(depth));
      return;
    }
    switch (shape.type) {
      case 'nullable':
        if (value !== null) this.check(value, shape.of, where, depth + 1);
        return;
      case 'array':
        this.checkArray(value, shape, where, depth);
        return;
      case 'map':
      case 'object':
        this.checkObject(value, shape, where, depth);
        return;
      default:
        this.checkScalar(value, shape, where);
    }
  }

  private checkScalar(value: unknown, shape: Shape, where: string): void {
    if (shape.type === 'number' || shape.type === 'boolean') {
      if (typeof value !== shape.type || (shape.type === 'number' && !Number.isFinite(value)))
        this.report('type', where, typeof value);
      return;
    }
    if (typeof value !== 'string') {
      this.report('type', where, typeof value);
      return;
    }
    if (shape.type === 'string' && value.length > shape.max) this.report('too-large', where, String(value.length));
    if (shape.type === 'day' && !day.test(value)) this.report('date', where, value);
    if (shape.type === 'className' && !className.test(value)) this.report('name', where, value);
    if (shape.type === 'enum' && !shape.values.includes(value)) this.report('type', where, value);
  }

  private checkArray(value: unknown, shape: Extract<Shape, { type: 'array' }>, where: string, depth: number): void {
    if (!Array.isArray(value)) {
      this.report('type', where, typeof value);
      return;
    }
    if (value.length > shape.max) {
      this.report('too-large', where, String(value.length));
      return;
    }
    if (value.length < (shape.min ?? 0))
      this.report(where.includes('examples') ? 'examples' : 'type', where, String(value.length));
    value.forEach((entry, index) => this.check(entry, shape.of, `${where}[${index}]`, depth + 1));
  }

  private checkObject(
    value: unknown,
    shape: Extract<Shape, { type: 'map' | 'object' }>,
    where: string,
    depth: number,
  ): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.report('type', where, Array.isArray(value) ? 'array' : typeof value);
      return;
    }
    const entries = Object.entries(value);
    const bad = entries.find(([name]) => forbiddenNames.has(name));
    if (bad !== undefined) this.report('name', where, bad[0]);
    if (shape.type === 'map') {
      if (entries.length > shape.max) this.report('too-large', where, String(entries.length));
      else for (const [name, entry] of entries) this.check(entry, shape.of, `${where}.${name}`, depth + 1);
      return;
    }
    for (const [name, field] of Object.entries(shape.fields)) {
      if (Object.hasOwn(value, name)) this.check(Reflect.get(value, name), field, join(where, name), depth + 1);
      else this.report('type', join(where, name), 'missing');
    }
    for (const [name, field] of Object.entries(shape.optional ?? {})) {
      if (Object.hasOwn(value, name)) this.check(Reflect.get(value, name), field, join(where, name), depth + 1);
    }
  }
}

function join(where: string, name: string): string {
  return where === '' ? name : `${where}.${name}`;
}

/** All ways in which a value differs from its shape, at most 20. */
export function checkShape(value: unknown, shape: Shape): PackIssue[] {
  const checker = new ShapeChecker();
  checker.check(value, shape, '');
  return checker.issues;
}
