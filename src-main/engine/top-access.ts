import { join } from 'node:path';
import type { JobManager } from '#app/jobs/job-manager';
import { TopDesk } from '#app/top/top-desk';
import { TopKeyRing } from '#app/top/top-key-ring';
import { shanghaiDay } from '#domain/shared/shanghai-day';
import type { DataPaths } from '#infra/paths';
import { createSecretBox } from '#infra/secrets/secret-box';
import { createTopKeyFile } from '#infra/secrets/top-key-file';
import type { Connection } from '#infra/sqlite/open-database';
import { TopRunRepository } from '#infra/sqlite/repositories/top-run-repository';
import { TopSubjectRepository } from '#infra/sqlite/repositories/top-subject-repository';
import { topPace } from '#infra/top/top-client';
import type { Core } from './core.ts';

/** The user's keys for the Taobao Open Platform, and the runs made with them. */
export interface TopAccess {
  topKeys: TopKeyRing;
  topDesk: TopDesk;
  /** What the host keeps in the system's key store; until then, and where there is none, a passphrase protects. */
  lendSystemKey(key: Buffer | null): void;
}

interface Parts {
  core: Core;
  db: Connection;
  jobs: JobManager;
  paths: DataPaths;
  now(): Date;
}

export function createTopAccess({ core, db, jobs, paths, now }: Parts): TopAccess {
  let systemKey: Buffer | null = null;
  const topKeys = new TopKeyRing({
    box: createSecretBox(() => systemKey),
    file: createTopKeyFile(join(paths.secrets, 'top.json')),
    now,
  });
  return {
    topKeys,
    topDesk: new TopDesk({
      runs: new TopRunRepository(db),
      subjects: new TopSubjectRepository(db, core.catalog),
      keyRing: topKeys,
      jobs,
      callsPerSecond: 1_000 / topPace.intervalMs,
      asOf: () => core.verdicts.prepare(),
      today: () => shanghaiDay(now()),
      now,
    }),
    lendSystemKey: (key) => {
      systemKey = key;
    },
  };
}
