import { MessageChannel } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDownloads } from '../../src-main/host-browser/downloads.ts';
import { createEventStreams } from '../../src-main/host-browser/event-stream.ts';
import { HttpServer } from '../../src-main/host-browser/http-server.ts';
import { createSessions } from '../../src-main/host-browser/session.ts';
import { createClient } from '../../src-main/rpc/client.ts';
import type { Channel, Frame } from '../../src-main/rpc/frames.ts';
import { messagePortChannel } from '../../src-main/rpc/message-port-channel.ts';
import type { Transport } from '../../src-main/rpc/transport.ts';
import { createHttpTransport } from '../../src-renderer/transport/http-transport.ts';
import { type FakeEngine, fakeEngine } from './fake-engine.ts';

interface Line {
  transport: Transport;
  engine: FakeEngine;
  close(): void | Promise<void>;
}

/** Two ends of a pipe inside one process; frames pass as JSON, as they would over any wire. */
function memoryPair(): [Channel, Channel] {
  const listeners: [Set<(frame: Frame) => void>, Set<(frame: Frame) => void>] = [new Set(), new Set()];
  const end = (own: 0 | 1, other: 0 | 1): Channel => ({
    send: (frame) => {
      const copy = JSON.parse(JSON.stringify(frame)) as Frame;
      queueMicrotask(() => {
        for (const listener of listeners[other]) listener(copy);
      });
    },
    onFrame: (listener) => {
      listeners[own].add(listener);
      return () => listeners[own].delete(listener);
    },
  });
  return [end(0, 1), end(1, 0)];
}

function overMemory(): Promise<Line> {
  const [near, far] = memoryPair();
  const transport = createClient(near);
  return Promise.resolve({ transport, engine: fakeEngine(far), close: () => undefined });
}

function overWorkerPort(): Promise<Line> {
  const { port1, port2 } = new MessageChannel();
  const transport = createClient(messagePortChannel(port1));
  const engine = fakeEngine(messagePortChannel(port2));
  return Promise.resolve({ transport, engine, close: () => port1.close() });
}

async function overHttp(): Promise<Line> {
  const [near, far] = memoryPair();
  const client = createClient(near);
  const engine = fakeEngine(far);
  const sessions = createSessions(60_000, Date.now);
  const events = createEventStreams();
  near.onFrame((frame) => {
    if (frame.type === 'event') events.send(frame.name, frame.data);
  });
  const http = new HttpServer({
    engine: client,
    sessions,
    events,
    downloads: createDownloads(Date.now),
    builtFile: () => null,
    revealFile: () => Promise.resolve(true),
    uploadFolder: '/nowhere',
    log: { info: () => undefined, bug: () => 'host-bug' },
  });
  await new Promise<void>((resolve) => http.server.listen(0, '127.0.0.1', resolve));
  const { origin } = http;
  const realFetch = globalThis.fetch;
  // A page's requests carry its origin and are relative to it; Node's do neither.
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) =>
    realFetch(new URL(path, origin), { ...init, headers: { ...(init.headers as Record<string, string>), origin } }),
  );
  const transport = createHttpTransport(sessions.exchange(sessions.newCode()) ?? '');
  await vi.waitFor(() => expect(events.count()).toBe(1));
  return {
    transport,
    engine,
    close: () => {
      vi.unstubAllGlobals();
      events.close();
      http.server.close();
      http.server.closeAllConnections();
    },
  };
}

describe.each([
  ['memory', overMemory],
  ['worker port', overWorkerPort],
  ['http', overHttp],
] as const)('the contract over %s', (_name, open) => {
  let line: Line;
  beforeEach(async () => {
    line = await open();
  });
  afterEach(() => line.close());

  const call = <Result>(method: string, params: unknown = {}, options?: { signal: AbortSignal }): Promise<Result> =>
    (line.transport.call as (m: string, p: unknown, o?: object) => Promise<Result>)(method, params, options);

  test('a call is answered', async () => {
    await expect(call('settings.update', { language: 'en' })).resolves.toMatchObject({ language: 'en' });
  });

  test('many calls at once each get their own answer', async () => {
    const languages = Array.from({ length: 40 }, (_, index) => (index % 2 ? 'en' : 'zh-CN'));
    const answers = await Promise.all(
      languages.map((language) => call<{ language: string }>('settings.update', { language })),
    );
    expect(answers.map(({ language }) => language)).toEqual(languages);
  });

  test('a declared failure keeps its code and parameters', async () => {
    await expect(call('jobs.cancel', { jobId: 'x' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      params: { detail: '任务' },
    });
  });

  test('a bug becomes INTERNAL with a log id; nothing of it crosses the wire', async () => {
    const failure = await call('jobs.list', { limit: 1 }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'INTERNAL', logId: 'bug-1' });
    expect(JSON.stringify(failure)).not.toContain('/home/someone');
    expect(line.engine.bugs).toHaveLength(1);
  });

  test('wrong input is refused before any handler runs', async () => {
    await expect(call('jobs.list', { limit: 1_000_000 })).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(call('jobs.list', { limit: 1, extra: true })).rejects.toMatchObject({ code: 'VALIDATION' });
    await expect(call('settings.update', { language: 'fr' })).rejects.toMatchObject({ code: 'VALIDATION' });
    expect(line.engine.bugs).toEqual([]);
  });

  test.each(['nothing.here', 'constructor', '__proto__', 'toString'])('%s is not a method', async (method) => {
    await expect(call(method)).rejects.toMatchObject({ code: 'METHOD_NOT_FOUND' });
  });

  test('cancelling reaches the handler and rejects the call', async () => {
    const controller = new AbortController();
    const pending = call('jobs.get', { jobId: 'x' }, { signal: controller.signal });
    const failure = pending.catch((error: unknown) => error);
    // The call has to be under way before it can be cancelled on the other side.
    await call('settings.get');
    controller.abort();
    expect(await failure).toMatchObject({ code: 'CANCELLED' });
    await line.engine.cancelled;
  });

  test('an event reaches its listeners until they stop listening', async () => {
    const heard: number[] = [];
    const stop = line.transport.listen('catalog.changed', ({ revision }) => heard.push(revision));
    line.engine.server.emit('catalog.changed', { revision: 7 });
    await vi.waitFor(() => expect(heard).toEqual([7]));
    stop();
    line.engine.server.emit('catalog.changed', { revision: 8 });
    await call('settings.get');
    expect(heard).toEqual([7]);
  });
});

describe('the end of the line', () => {
  test('a fatal frame fails pending and later calls', async () => {
    const [near, far] = memoryPair();
    const transport = createClient(near);
    const pending = transport.call('app.info', {});
    far.send({ type: 'fatal', error: { code: 'APP_LOCKED', message: 'in use' } });
    await expect(pending).rejects.toMatchObject({ code: 'APP_LOCKED' });
    await expect(transport.call('app.info', {})).rejects.toMatchObject({ code: 'APP_LOCKED' });
  });

  test('an engine of another protocol is refused', async () => {
    const [near, far] = memoryPair();
    const transport = createClient(near);
    far.send({ type: 'hello', protocolVersion: 999, appVersion: 'x' });
    await vi.waitFor(() => expect(transport.call('app.info', {})).rejects.toMatchObject({ code: 'PROTOCOL_MISMATCH' }));
  });
});
