import { type OpenPackParams, openPackFile } from '#app/packs/open-pack';
import { createPackReader } from '#infra/pack/pack-reader';
import { PackRepository } from '#infra/sqlite/repositories/pack-repository';
import type { JobEnvironment, RunOnConnection } from './environment.ts';

export function openPackRunner({ paths, now }: JobEnvironment): RunOnConnection {
  return (db, params, context) =>
    openPackFile(
      { reader: createPackReader(paths.packs), packs: new PackRepository(db, now) },
      params as OpenPackParams,
      context,
    );
}
