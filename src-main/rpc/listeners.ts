import type { EventName, Events } from '#contract/methods';

/** Who wants to hear of which event, and of the end of the connection. */
export class Listeners {
  readonly #byEvent = new Map<string, Set<(data: unknown) => void>>();
  readonly #ofEnd = new Set<(error: Error) => void>();
  #end: Error | null = null;

  /** @returns stops listening */
  on<E extends EventName>(name: E, listener: (data: Events[E]) => void): () => void {
    const set = this.#byEvent.get(name) ?? new Set();
    this.#byEvent.set(name, set);
    const entry = listener as (data: unknown) => void;
    set.add(entry);
    return () => set.delete(entry);
  }

  tell(name: string, data: unknown): void {
    for (const listener of this.#byEvent.get(name) ?? []) listener(data);
  }

  /** Called at once where the connection has ended already. @returns stops listening */
  onEnd(listener: (error: Error) => void): () => void {
    if (this.#end) listener(this.#end);
    this.#ofEnd.add(listener);
    return () => this.#ofEnd.delete(listener);
  }

  /** Why the connection ended; null while it lives. */
  get ended(): Error | null {
    return this.#end;
  }

  /** Only the first end counts. @returns whether this was it */
  endWith(error: Error): boolean {
    if (this.#end) return false;
    this.#end = error;
    for (const listener of this.#ofEnd) listener(error);
    return true;
  }
}
