import type { MethodName, Methods } from '#contract/methods';
import type { Transport } from '#rpc/transport';

/** Answers asked for before the page that shows them is drawn, so that it is drawn once, with its data. */
export class ReadAhead {
  readonly #transport: Transport;
  readonly #answers = new Map<string, unknown>();

  constructor(transport: Transport) {
    this.#transport = transport;
    transport.listen('catalog.changed', () => this.#answers.clear());
  }

  /** Asks now. An answer that a change overtakes, and a failure, is dropped: whoever needs it asks again. */
  async ask<M extends MethodName>(method: M, params: Methods[M]['in']): Promise<void> {
    const key = answerKey(method, params);
    const onTheWay = {};
    this.#answers.set(key, onTheWay);
    const answer: unknown = await this.#transport.call(method, params).catch(() => undefined);
    if (this.#answers.get(key) !== onTheWay) return;
    if (answer === undefined) this.#answers.delete(key);
    else this.#answers.set(key, { answer });
  }

  /** The answer if it is here; undefined otherwise. */
  look<M extends MethodName>(method: M, params: Methods[M]['in']): Methods[M]['out'] | undefined {
    const kept = this.#answers.get(answerKey(method, params)) as { answer?: Methods[M]['out'] } | undefined;
    return kept?.answer;
  }

  /** The same, given out once: what is drawn later reads anew. */
  take<M extends MethodName>(method: M, params: Methods[M]['in']): Methods[M]['out'] | undefined {
    const answer = this.look(method, params);
    this.#answers.delete(answerKey(method, params));
    return answer;
  }
}

const answerKey = (method: MethodName, params: unknown): string => `${method} ${JSON.stringify(params)}`;
