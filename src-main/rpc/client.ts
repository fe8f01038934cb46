import { AppError } from '#contract/errors';
import type { EventName, Events, MethodName, Methods } from '#contract/methods';
import { type Channel, type Frame, protocolVersion } from './frames.ts';
import { Listeners } from './listeners.ts';
import type { Transport } from './transport.ts';

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

class RpcClient implements Transport {
  readonly #channel: Channel;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Listeners();
  #nextId: number;

  constructor(channel: Channel, firstId: number) {
    this.#channel = channel;
    this.#nextId = firstId;
    channel.onFrame((frame) => this.#receive(frame));
  }

  call<M extends MethodName>(
    method: M,
    params: Methods[M]['in'],
    options?: { signal?: AbortSignal },
  ): Promise<Methods[M]['out']> {
    return new Promise((resolve, reject) => {
      if (this.#listeners.ended) return reject(this.#listeners.ended);
      const signal = options?.signal;
      const cancelled = (): AppError => new AppError('CANCELLED', `${method} was cancelled`);
      if (signal?.aborted) return reject(cancelled());
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#channel.send({ type: 'cancel', id });
        this.#settle(id, (call) => call.reject(cancelled()));
      };
      const stopListening = (): void => signal?.removeEventListener('abort', onAbort);
      this.#pending.set(id, {
        resolve: (result) => {
          stopListening();
          resolve(result as Methods[M]['out']);
        },
        reject: (error) => {
          stopListening();
          reject(error);
        },
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#channel.send({ type: 'call', id, method, params });
    });
  }

  listen<E extends EventName>(name: E, listener: (data: Events[E]) => void): () => void {
    return this.#listeners.on(name, listener);
  }

  onFatal(listener: (error: Error) => void): () => void {
    return this.#listeners.onEnd(listener);
  }

  #receive(frame: Frame): void {
    switch (frame.type) {
      case 'ok':
        return this.#settle(frame.id, (call) => call.resolve(frame.result));
      case 'err':
        return this.#settle(frame.id, (call) => call.reject(AppError.fromData(frame.error)));
      case 'event':
        return this.#listeners.tell(frame.name, frame.data);
      case 'hello':
        if (frame.protocolVersion === protocolVersion) return undefined;
        return this.#fail(new AppError('PROTOCOL_MISMATCH', `engine speaks protocol ${frame.protocolVersion}`));
      case 'fatal':
        return this.#fail(AppError.fromData(frame.error));
      case 'call':
      case 'cancel':
        return undefined;
    }
  }

  #settle(id: number, finish: (call: Pending) => void): void {
    const call = this.#pending.get(id);
    if (!call) return;
    this.#pending.delete(id);
    finish(call);
  }

  #fail(error: AppError): void {
    const calls = [...this.#pending.values()];
    if (!this.#listeners.endWith(error)) return;
    for (const call of calls) call.reject(error);
    this.#pending.clear();
  }
}

/**
 * Turns a {@link Channel} into a typed {@link Transport}. Calls made before the engine answers are simply pending.
 * @param firstId where call ids start; a page that can be reloaded passes a random one, so that late replies to its
 *   former self find nobody
 */
export function createClient(channel: Channel, firstId = 1): Transport {
  return new RpcClient(channel, firstId);
}
