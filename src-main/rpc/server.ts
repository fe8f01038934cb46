import { AppError, type ErrorData } from '#contract/errors';
import { detailsOf, englishDetail } from '#contract/messages/error-details';
import { inputSchemas, type EventName, type Events, type MethodName, type Methods } from '#contract/methods';
import { type Channel, type Frame, protocolVersion } from './frames.ts';

export interface CallContext {
  /** Aborts when the caller cancels or goes away. */
  signal: AbortSignal;
}

/** One function for each method of the contract: a missing or extra one does not compile. */
export type Handlers = {
  [M in MethodName]: (params: Methods[M]['in'], context: CallContext) => Promise<Methods[M]['out']> | Methods[M]['out'];
};

export interface ServerOptions {
  appVersion: string;
  /** Writes a bug to the log and returns the id under which its stack can be found. */
  logBug(error: unknown, where: string): string;
}

export interface Server {
  emit<E extends EventName>(name: E, data: Events[E]): void;
}

/** Converts whatever was thrown into something that can be sent and shown. */
export function toErrorData(error: unknown, where: string, logBug: ServerOptions['logBug']): ErrorData {
  if (error instanceof AppError) return error.toData();
  const logId = logBug(error, where);
  return { code: 'INTERNAL', message: `unexpected error in ${where}`, params: { logId }, logId };
}

function parseParams(method: MethodName, params: unknown): unknown {
  const parsed = inputSchemas[method].safeParse(params);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 3).map(({ path, message }) => {
    const english = englishDetail({ detail: message });
    // The schemas' own sentences are for people and need no path; the validator's are for whoever calls.
    if (english !== undefined) return { 'zh-CN': message, en: english };
    const forCaller = `${path.map(String).join('.') || method}: ${message}`;
    return { 'zh-CN': forCaller, en: forCaller };
  });
  const details = detailsOf((locale) => issues.map((issue) => issue[locale]).join('; '));
  throw new AppError('VALIDATION', `invalid parameters for ${method}: ${details.detailEn}`, { params: details });
}

/** Serves the contract's methods over a channel. Input is validated here, once, for every host. */
export function serve(channel: Channel, handlers: Handlers, options: ServerOptions): Server {
  const running = new Map<number, AbortController>();

  async function run(method: string, params: unknown, signal: AbortSignal): Promise<unknown> {
    // Object.hasOwn: "constructor" and friends are not methods.
    if (!Object.hasOwn(handlers, method))
      throw new AppError('METHOD_NOT_FOUND', `unknown method ${method}`, { params: { detail: method } });
    const name = method as MethodName;
    const handler = handlers[name] as (input: unknown, context: CallContext) => unknown;
    return await handler(parseParams(name, params), { signal });
  }

  function reply(frame: Frame, id: number): void {
    try {
      channel.send(frame);
    } catch (error) {
      // The reply path must never hang: a result that cannot be sent becomes an error that can.
      const logId = options.logBug(error, 'reply');
      channel.send({
        type: 'err',
        id,
        error: { code: 'INTERNAL', message: 'reply could not be sent', params: { logId }, logId },
      });
    }
  }

  async function handleCall(id: number, method: string, params: unknown): Promise<void> {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const result = await run(method, params, controller.signal);
      reply({ type: 'ok', id, result: result ?? null }, id);
    } catch (error) {
      reply({ type: 'err', id, error: toErrorData(error, method, options.logBug) }, id);
    } finally {
      running.delete(id);
    }
  }

  channel.onFrame((frame) => {
    if (frame.type === 'call') void handleCall(frame.id, frame.method, frame.params);
    else if (frame.type === 'cancel') running.get(frame.id)?.abort();
  });
  channel.send({ type: 'hello', protocolVersion, appVersion: options.appVersion });

  return { emit: (name, data) => channel.send({ type: 'event', name, data }) };
}
