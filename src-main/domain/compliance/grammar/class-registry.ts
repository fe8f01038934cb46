import type { Role } from './atoms.ts';
import { ClassRuns } from './class-runs.ts';
import type { Element } from './element-table.ts';

/** Gives out class ids; a class exists once a word list, phrase or built-in scanner produces it. */
export class ClassRegistry {
  readonly ids = new Map<string, number>();
  readonly roles: Role[] = [];
  readonly runs = new ClassRuns();
  /** The elements of all patterns compiled so far. */
  readonly elements: Element[] = [];
  /** For each class, the sets of classes it is in; a set is what one place of a pattern may hold. */
  readonly setsOf: number[][] = [];
  private readonly sets = new Map<string, number>();

  define(name: string, role: Role): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.ids.size;
    this.ids.set(name, id);
    this.roles.push(role);
    this.setsOf.push([]);
    this.runs.define(id);
    return id;
  }

  /** The number of a set of classes. */
  setOf(classes: readonly number[]): number {
    const key = classes.toSorted((left, right) => left - right).join(' ');
    const known = this.sets.get(key);
    if (known !== undefined) return known;
    const set = this.sets.size;
    this.sets.set(key, set);
    for (const id of new Set(classes)) this.setsOf[id]?.push(set);
    return set;
  }

  get setCount(): number {
    return this.sets.size;
  }

  resolve(name: string): number {
    const id = this.ids.get(name);
    if (id === undefined) throw new RangeError(`unknown class ${name}`);
    return id;
  }
}
