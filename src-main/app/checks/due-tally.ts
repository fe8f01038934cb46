import type { DueLinkFacts } from '#app/ports/check-store';
import type { Due, DueReason } from '#domain/checking/due-check';

export interface DueEntry extends DueLinkFacts {
  due: Due;
}

const comesBefore = (a: DueEntry, b: DueEntry): boolean =>
  a.due.priority > b.due.priority || (a.due.priority === b.due.priority && a.linkId < b.linkId);

/** Counts due links, each once with its most urgent reason, and keeps the most urgent ones, taken in one after the other. */
export class DueTally {
  readonly #limit: number;
  readonly #byHash = new Map<number, Due>();
  /** Most urgent first. */
  #top: DueEntry[] = [];

  /** @param limit how many entries to keep */
  constructor(limit: number) {
    this.#limit = limit;
  }

  add(entry: DueEntry): void {
    const known = this.#byHash.get(entry.linkHash);
    if (known && known.priority >= entry.due.priority) return;
    this.#byHash.set(entry.linkHash, entry.due);
    if (known) this.#top = this.#top.filter(({ linkHash }) => linkHash !== entry.linkHash);
    this.#place(entry);
  }

  get total(): number {
    return this.#byHash.size;
  }

  get entries(): readonly DueEntry[] {
    return this.#top;
  }

  byReason(): Map<DueReason, number> {
    const counts = new Map<DueReason, number>();
    for (const { reason } of this.#byHash.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return counts;
  }

  #place(entry: DueEntry): void {
    const last = this.#top.at(-1);
    if (this.#top.length >= this.#limit && (!last || comesBefore(last, entry))) return;
    let [from, to] = [0, this.#top.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.#top[middle];
      if (there && comesBefore(there, entry)) from = middle + 1;
      else to = middle;
    }
    this.#top.splice(from, 0, entry);
    if (this.#top.length > this.#limit) this.#top.pop();
  }
}
