import { AppError, type ErrorData } from '#contract/errors';
import type { EventName, Events, MethodName, Methods } from '#contract/methods';
import { Listeners } from '#rpc/listeners';
import type { Transport } from '#rpc/transport';

const tokenKey = 'session-token';
const reconnectAfterMs = 1_000;
/** Browsers send little more than this for a page that is gone, in bytes. */
const mostWhenLeaving = 60_000;

/**
 * Exchanges the one-time code in the address's fragment for a session token. The code leaves the address bar at once;
 * the token lives as long as the tab, so a reload still works.
 */
export async function openSession(): Promise<string> {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (code) {
    history.replaceState(null, '', location.pathname);
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    if (response.ok) {
      const { token } = (await response.json()) as { token: string };
      sessionStorage.setItem(tokenKey, token);
      return token;
    }
  }
  const kept = sessionStorage.getItem(tokenKey);
  if (!kept) throw new AppError('PROTOCOL_MISMATCH', 'no valid session code');
  return kept;
}

async function* jsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') yield JSON.parse(line);
  }
}

type Reply = { ok: true; result: unknown } | { ok: false; error: ErrorData };

/** Talks to the browser host: one POST per call, one streaming GET for events, the token in a header on both. */
class HttpTransport implements Transport {
  readonly #headers: { authorization: string };
  readonly #listeners = new Listeners();
  #isLeaving = false;

  constructor(token: string, page: EventTarget | undefined) {
    this.#headers = { authorization: `Bearer ${token}` };
    page?.addEventListener('pagehide', () => {
      this.#isLeaving = true;
    });
    page?.addEventListener('pageshow', () => {
      this.#isLeaving = false;
    });
    void this.#keepFollowing();
  }

  async call<M extends MethodName>(
    method: M,
    params: Methods[M]['in'],
    options?: { signal?: AbortSignal },
  ): Promise<Methods[M]['out']> {
    if (this.#listeners.ended) throw this.#listeners.ended;
    const reply = await this.#post(method, params, options?.signal);
    if (!reply.ok) throw AppError.fromData(reply.error);
    return reply.result as Methods[M]['out'];
  }

  listen<E extends EventName>(name: E, listener: (data: Events[E]) => void): () => void {
    return this.#listeners.on(name, listener);
  }

  onFatal(listener: (error: Error) => void): () => void {
    return this.#listeners.onEnd(listener);
  }

  async #post(method: string, params: unknown, signal: AbortSignal | undefined): Promise<Reply> {
    const body = JSON.stringify({ method, params });
    try {
      const response = await fetch('/rpc', {
        method: 'POST',
        headers: { ...this.#headers, 'content-type': 'application/json' },
        body,
        // What is saved while the page closes would otherwise be cancelled with it.
        keepalive: this.#isLeaving && new Blob([body]).size < mostWhenLeaving,
        ...(signal ? { signal } : {}),
      });
      if (!response.ok) throw new AppError('PROTOCOL_MISMATCH', `host answered ${response.status}`);
      return (await response.json()) as Reply;
    } catch (error) {
      if (signal?.aborted) throw new AppError('CANCELLED', `${method} was cancelled`, { cause: error });
      if (error instanceof AppError) throw error;
      throw new AppError('ENGINE_CRASHED', 'the host does not answer', { cause: error });
    }
  }

  // A stream that drops is taken up again; a host that does not answer twice in a row has ended.
  async #keepFollowing(): Promise<void> {
    for (let misses = 0; misses < 2; ) {
      try {
        await this.#followEvents();
        misses = 0;
      } catch {
        misses += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, reconnectAfterMs));
    }
    this.#listeners.endWith(new AppError('ENGINE_CRASHED', 'the host no longer answers'));
  }

  async #followEvents(): Promise<void> {
    const response = await fetch('/events', { headers: this.#headers });
    if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
    for await (const event of jsonLines(response.body)) {
      const { name, data } = event as { name: string; data: unknown };
      this.#listeners.tell(name, data);
    }
  }
}

/** @param page what tells that the page closes; none outside a browser */
export function createHttpTransport(token: string, page?: EventTarget): Transport {
  return new HttpTransport(token, page);
}
