import { FolderWatch } from '#app/watch/folder-watch';
import type { EngineOptions } from '#infra/engine-thread';
import { createFolderReader } from '#infra/files/folder-reader';
import type { Log } from '#infra/log';
import type { DataPaths } from '#infra/paths';
import type { Connection } from '#infra/sqlite/open-database';
import { WatchRepository } from '#infra/sqlite/repositories/watch-repository';
import type { Engine } from './open-engine.ts';

interface Surroundings {
  db: Connection;
  paths: DataPaths;
  host: EngineOptions['host'];
  log: Log;
  now(): Date;
  emit: Engine['emit'];
}

/** Watches the chosen folder while a window may show what comes; a command line run does not. */
export function createFolderWatch({ db, paths, host, log, now, emit }: Surroundings): FolderWatch {
  const folderWatch = new FolderWatch({
    store: new WatchRepository(db),
    folder: createFolderReader({ dataDir: paths.root, logBug: log.bug }),
    now: () => now().getTime(),
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds).unref();
      return () => clearTimeout(timer);
    },
    onChange: (state) => emit('watch.changed', state),
    logBug: log.bug,
  });
  if (host !== 'cli') folderWatch.start();
  return folderWatch;
}
