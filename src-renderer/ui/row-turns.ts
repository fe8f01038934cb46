/** Rows newly written at once; a screenful of them makes a frame several times as long as it may be. */
const rowsAtOnce = 12;

interface Turn {
  drawn: ReadonlySet<number>;
  /** Others have to wait for another turn. */
  more: boolean;
}

/** Which rows of a list are drawn while many are new at once. */
export class RowTurns {
  #drawn: ReadonlySet<number> = new Set();

  /**
   * Rows of a window that may be drawn now: those drawn before, and as many of the others as one frame bears, from the
   * middle on.
   * @param isHere whether a row was read
   */
  next(first: number, last: number, isHere: (index: number) => boolean): Turn {
    const drawn = new Set<number>();
    const middle = (first + last) / 2;
    let left = rowsAtOnce;
    let more = false;
    const nearest = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at).toSorted(
      (a, b) => Math.abs(a - middle) - Math.abs(b - middle),
    );
    for (const index of nearest) {
      if (!isHere(index)) continue;
      const isNew = !this.#drawn.has(index);
      if (isNew && left === 0) {
        more = true;
        continue;
      }
      if (isNew) left -= 1;
      drawn.add(index);
    }
    return { drawn, more };
  }

  /** Says that a turn was drawn. */
  keep({ drawn }: Turn): void {
    this.#drawn = drawn;
  }
}
