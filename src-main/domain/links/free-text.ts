export interface Span {
  start: number;
  end: number;
}

/** Which characters of a text are not spoken for yet. */
export class FreeText {
  readonly #taken: Uint8Array;

  constructor(length: number, taken: readonly Span[]) {
    this.#taken = new Uint8Array(length);
    for (const span of taken) this.#taken.fill(1, span.start, span.end);
  }

  /** Takes the range unless part of it is taken already. */
  take({ start, end }: Span): boolean {
    if (!this.isFree({ start, end })) return false;
    this.#taken.fill(1, start, end);
    return true;
  }

  isFree({ start, end }: Span): boolean {
    for (let at = start; at < end; at += 1) if (this.#taken[at] === 1) return false;
    return true;
  }

  /** The maximal free ranges inside `within`, in order. */
  gaps(within: Span): Span[] {
    const found: Span[] = [];
    for (let at = within.start; at < within.end; ) {
      const end = this.#runEnd(at, within.end);
      if (this.#taken[at] !== 1) found.push({ start: at, end });
      at = end;
    }
    return found;
  }

  #runEnd(from: number, limit: number): number {
    let at = from + 1;
    while (at < limit && this.#taken[at] === this.#taken[from]) at += 1;
    return at;
  }
}
