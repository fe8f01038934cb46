import { changesIdentity } from '#app/catalog/own-identity';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { Handlers } from '#rpc/server';
import type { Engine } from '../open-engine.ts';

type SystemMethods =
  | 'app.info'
  | 'settings.get'
  | 'settings.update'
  | 'jobs.list'
  | 'jobs.get'
  | 'jobs.cancel'
  | 'jobs.pause'
  | 'jobs.resume'
  | 'internal.registerFile'
  | 'internal.resolveFile'
  | 'internal.shutDown'
  | 'internal.lendSystemKey';

/** How long a caller waits for the reply to `internal.shutDown` before the thread's port goes away. */
const lastWordsMs = 20;

export function systemHandlers(engine: Engine): Pick<Handlers, SystemMethods> {
  return {
    'app.info': () => ({
      version: engine.options.appVersion,
      host: engine.options.host,
      dataDir: engine.paths.root,
      today: shanghaiDay(engine.now()),
      schemaVersion: Number(engine.db.pragma('user_version', { simple: true })),
    }),
    'settings.get': () => engine.settings.get(),
    'settings.update': async (change) => {
      const before = engine.settings.get();
      const settings = await engine.settings.update(change);
      engine.emit('settings.changed', settings);
      if (change.asOf !== undefined) engine.keepScanned();
      if (changesIdentity(before, settings)) await engine.jobs.start('earnings', '', {});
      return settings;
    },
    'jobs.list': ({ limit }) => engine.jobs.list(limit),
    'jobs.get': ({ jobId }) => engine.jobs.get(jobId),
    'jobs.cancel': ({ jobId }) => engine.jobs.cancel(jobId),
    'jobs.pause': ({ jobId }) => engine.jobs.pause(jobId),
    'jobs.resume': ({ jobId }) => engine.jobs.resume(jobId),
    'internal.registerFile': ({ path, name, mode }) => engine.files.register(path, name, mode),
    'internal.resolveFile': ({ ref }) => engine.files.resolve(ref, 'read'),
    'internal.lendSystemKey': ({ key }) => {
      engine.lendSystemKey(key === null ? null : Buffer.from(key, 'base64'));
      return null;
    },
    'internal.shutDown': async () => {
      await engine.close();
      setTimeout(() => process.exit(0), lastWordsMs);
      return null;
    },
  };
}
