import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Everything the app stores lives below one folder; both hosts and the CLI compute it here. */
export interface DataPaths {
  root: string;
  database: string;
  logs: string;
  /** Uploads and half-written files; emptied at start. */
  temporary: string;
  packs: string;
  /** Lists and rule packs written for the user. */
  exports: string;
  imageCache: string;
  /** Keys of the user, encrypted. In no backup, pack or export. */
  secrets: string;
}

/** The platform's usual place for application data. */
export function defaultDataDir(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env['TAOKE_DATA_DIR']) return resolve(env['TAOKE_DATA_DIR']);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Taoke Desk');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Taoke Desk');
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'taoke-desk');
}

export function dataPaths(dir: string): DataPaths {
  const root = resolve(dir);
  return {
    root,
    database: join(root, 'catalog.db'),
    logs: join(root, 'logs'),
    temporary: join(root, 'tmp'),
    packs: join(root, 'packs'),
    exports: join(root, 'exports'),
    imageCache: join(root, 'images'),
    secrets: join(root, 'secrets'),
  };
}
