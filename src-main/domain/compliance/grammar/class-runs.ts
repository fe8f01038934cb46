/** Bits of a run that say how many classes it has; those above say where it begins. */
const countBits = 8;

/**
 * Lists of ids, of classes above all, one behind the other: a list is told by one number, its run. A page asks for those
 * of hundreds of words; as arrays of their own they would lie scattered over memory.
 */
export class ClassRuns {
  private readonly listed: number[] = [];
  private readonly known = new Map<string, number>();
  private readonly alone: number[] = [];
  private packed = new Uint16Array(0);

  /** Takes up a class. */
  define(id: number): void {
    this.alone[id] = this.of([id]);
  }

  /** The run of a class alone. */
  ofClass(id: number): number {
    return this.alone[id] ?? 0;
  }

  /** The run of a list, the same for equal lists. */
  of(classes: readonly number[]): number {
    const key = classes.join(' ');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (classes.length >> countBits !== 0) throw new RangeError(`${classes.length} classes for one word`);
    const run = (this.listed.length << countBits) | classes.length;
    this.listed.push(...classes);
    this.known.set(key, run);
    return run;
  }

  /** The ids of all lists. */
  get ids(): Uint16Array {
    if (this.packed.length !== this.listed.length) this.packed = Uint16Array.from(this.listed);
    return this.packed;
  }

  /** Whether a run holds a class. */
  holds(run: number, id: number): boolean {
    const { ids } = this;
    for (let at = startOfRun(run); at < endOfRun(run); at += 1) if (ids[at] === id) return true;
    return false;
  }
}

/** Where a run begins in {@link ClassRuns.ids}. */
export function startOfRun(run: number): number {
  return run >>> countBits;
}

/** Where a run ends in {@link ClassRuns.ids}. */
export function endOfRun(run: number): number {
  return (run >>> countBits) + (run & ((1 << countBits) - 1));
}
