import { AppError } from '../../src-main/contract/errors.ts';
import { defaultSettings } from '../../src-main/contract/default-settings.ts';
import type { Channel } from '../../src-main/rpc/frames.ts';
import { type Handlers, type Server, serve } from '../../src-main/rpc/server.ts';

/** What tests see of an engine that answers a few methods in telling ways. */
export interface FakeEngine {
  server: Server;
  /** Resolves when a call to `jobs.get` has been cancelled. */
  cancelled: Promise<void>;
  /** Bugs that were logged instead of being sent. */
  bugs: unknown[];
}

/** Serves a channel with handlers that succeed, fail, hang and crash on purpose. */
export function fakeEngine(channel: Channel): FakeEngine {
  const bugs: unknown[] = [];
  let noteCancelled: () => void = () => undefined;
  const cancelled = new Promise<void>((resolve) => {
    noteCancelled = resolve;
  });
  const handlers: Partial<Handlers> = {
    'settings.get': () => defaultSettings,
    'settings.update': (change) => ({ ...defaultSettings, language: change.language ?? defaultSettings.language }),
    'jobs.cancel': () => {
      throw new AppError('NOT_FOUND', 'no such job', { params: { detail: '任务' } });
    },
    'jobs.get': (_params, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          noteCancelled();
          reject(new AppError('CANCELLED', 'stopped'));
        });
      }),
    'jobs.list': () => {
      throw new TypeError('a bug with a secret path /home/someone');
    },
  };
  const server = serve(channel, handlers as Handlers, {
    appVersion: 'test',
    logBug: (error) => {
      bugs.push(error);
      return `bug-${bugs.length}`;
    },
  });
  return { server, cancelled, bugs };
}
