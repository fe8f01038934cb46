import type { EventName, Events, MethodName, Methods } from '#contract/methods';

/** What the renderer, the CLI and the hosts hold: typed calls, events, and the end of the line. */
export interface Transport {
  /**
   * @throws AppError with the engine's code; `CANCELLED` when `signal` aborts; `ENGINE_CRASHED` when the line is gone
   */
  call<M extends MethodName>(
    method: M,
    params: Methods[M]['in'],
    options?: { signal?: AbortSignal },
  ): Promise<Methods[M]['out']>;
  /** @returns a function that stops listening */
  listen<E extends EventName>(name: E, listener: (data: Events[E]) => void): () => void;
  /** The engine ended for good; all pending and future calls fail with this error. */
  onFatal(listener: (error: Error) => void): () => void;
}
