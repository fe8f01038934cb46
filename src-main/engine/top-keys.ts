import { join } from 'node:path';
import { TopKeyRing } from '#app/top/top-key-ring';
import type { DataPaths } from '#infra/paths';
import { createSecretBox } from '#infra/secrets/secret-box';
import { createTopKeyFile } from '#infra/secrets/top-key-file';

export interface TopKeyAccess {
  topKeys: TopKeyRing;
  /** What the host keeps in the system's key store; until then, and where there is none, a passphrase protects. */
  lendSystemKey(key: Buffer | null): void;
}

export function createTopKeys(paths: DataPaths, now: () => Date): TopKeyAccess {
  let systemKey: Buffer | null = null;
  return {
    topKeys: new TopKeyRing({
      box: createSecretBox(() => systemKey),
      file: createTopKeyFile(join(paths.secrets, 'top.json')),
      now,
    }),
    lendSystemKey: (key) => {
      systemKey = key;
    },
  };
}
