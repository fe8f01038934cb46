import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '#contract/errors';
import { tryRemove } from '#infra/files/try-remove';
import type { Connection } from './open-database.ts';
import { migrations } from './migrations/index.ts';
import { asSqliteError } from './sqlite-errors.ts';

export interface Migration {
  /** Monotonic, 1-based. Becomes `user_version`. */
  version: number;
  name: string;
  up(db: Connection): void;
}

interface MigrateOptions {
  path: string;
  isNew: boolean;
  now: () => Date;
  configure(db: Connection): void;
  /** Told before a database that was in use is backed up and changed: with a large one that takes a while. */
  onUpgrade?: (() => void) | undefined;
  /** Only tests pass their own list. */
  list?: readonly Migration[];
}

const keptBackups = 3;

function backUp(db: Connection, path: string, version: number, now: Date): string {
  const folder = join(dirname(path), 'backups');
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const file = join(folder, `v${version}-${stamp}.db`);
  if (existsSync(file)) rmSync(file);
  db.prepare('VACUUM INTO ?').run(file);
  // By their time: as text, version 10 comes before version 9.
  const bornAt = (name: string): string => name.slice(name.indexOf('-'));
  const old = readdirSync(folder)
    .filter((name) => name.endsWith('.db'))
    .sort((a, b) => bornAt(a).localeCompare(bornAt(b)))
    .slice(0, -keptBackups);
  for (const name of old) tryRemove(join(folder, name));
  return file;
}

/**
 * Brings the schema up to date: each migration in its own transaction together with its version number, after one
 * backup. A database written by a newer program is refused before anything touches it.
 */
export function migrate(db: Connection, options: MigrateOptions): void {
  const list = options.list ?? migrations;
  const newest = list.at(-1)?.version ?? 0;
  const found = Number(db.pragma('user_version', { simple: true }));
  if (found > newest) {
    throw new AppError('DB_FROM_FUTURE', `database version ${found}, newest known ${newest}`, {
      params: { found, supported: newest },
    });
  }
  options.configure(db);
  const pending = list.filter((migration) => migration.version > found);
  if (pending.length === 0) return;
  const inUse = !options.isNew && found > 0;
  if (inUse) options.onUpgrade?.();
  const backup = inUse ? backUp(db, options.path, found, options.now()) : '';
  for (const migration of pending) {
    try {
      db.transaction(() => {
        migration.up(db);
        db.pragma(`user_version = ${migration.version}`);
      }).immediate();
    } catch (error) {
      const known = asSqliteError(error);
      if (known instanceof AppError && known.code !== 'DB_CORRUPT') throw known;
      const detail = `${migration.name}: ${error instanceof Error ? error.message : String(error)}`;
      throw new AppError('MIGRATION_FAILED', detail, { params: { detail, backup }, cause: error });
    }
  }
  db.pragma('optimize');
}
