import { AppError } from '#contract/errors';

/** Node-API level better-sqlite3 13 is built for; loading it on an older Node ends the process without a word. */
export const requiredNapi = 10;

/** @throws AppError `NODE_TOO_OLD` instead of letting the addon crash the process */
export function assertNodeCanLoadSqlite(napi = Number(process.versions['napi'])): void {
  if (napi >= requiredNapi) return;
  throw new AppError('NODE_TOO_OLD', `Node-API ${napi} is below ${requiredNapi}`, {
    params: { found: napi, required: requiredNapi },
  });
}
