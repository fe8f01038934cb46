import { beforeEach, describe, expect, it } from 'vitest';
import type { FolderListing, FolderReader, FoundFile, KnownFile, WatchStore } from '#app/ports/watched-folder';
import { AppError } from '#contract/errors';
import type { WatchState } from '#contract/watch';
import { FolderWatch, lookEveryMs, settleMs } from './folder-watch.ts';

const folder = '/lists';
const hashOf = (content: string): string => content.padEnd(64, '0');

/** Content by name; the size and the time tell when it changes. */
let disk: Map<string, FoundFile & { content: string; isHeld?: boolean }>;
let problem: FolderListing['problem'];
let kept: { folder: string | null; files: Map<string, KnownFile & { state: 'old' | 'new' | 'ignored' }> };
let imported: Set<string>;
let clock: number;
let timers: { at: number; work(): void }[];
let told: WatchState[];
let onChange: (() => void) | null;

const reader: FolderReader = {
  check: (path) => (path === folder ? Promise.resolve(path) : Promise.reject(new AppError('VALIDATION', path))),
  list: () =>
    Promise.resolve({
      files:
        problem === null ? [...disk.values()].map(({ name, bytes, modifiedMs }) => ({ name, bytes, modifiedMs })) : [],
      problem,
    }),
  hash: (_folder, file) => {
    const now = disk.get(file.name);
    return Promise.resolve(now && !now.isHeld && now.modifiedMs === file.modifiedMs ? hashOf(now.content) : null);
  },
  listen: (_folder, listener) => {
    onChange = listener;
    return () => {
      onChange = null;
    };
  },
  pathOf: (where, name) => `${where}/${name}`,
};

const store: WatchStore = {
  folder: () => kept.folder,
  setFolder: (path, present) => {
    kept = {
      folder: path,
      files: new Map(present.map((file) => [file.name, { ...file, sha256: null, state: 'old' }])),
    };
    return Promise.resolve();
  },
  known: () => kept.files,
  remember: (file) => {
    kept.files.set(file.name, { ...file, state: 'new' });
    return Promise.resolve();
  },
  offered: () =>
    [...kept.files.values()].filter(
      (file): file is KnownFile & { sha256: string; state: 'new' } =>
        file.state === 'new' && file.sha256 !== null && !imported.has(file.sha256),
    ),
  quiet: () => new Set([...kept.files.values()].filter(({ state }) => state !== 'new').map(({ name }) => name)),
  ignore: (hashes) => {
    for (const file of kept.files.values()) if (hashes.includes(file.sha256 ?? '')) file.state = 'ignored';
    return Promise.resolve();
  },
  forgetQuiet: () => {
    for (const [name, { state }] of kept.files) if (state !== 'new') kept.files.delete(name);
    return Promise.resolve();
  },
};

function newWatch(): FolderWatch {
  return new FolderWatch({
    store,
    folder: reader,
    now: () => clock,
    after(milliseconds, work) {
      const timer = { at: clock + milliseconds, work };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    onChange: (state) => told.push(state),
    logBug: (error) => {
      throw error;
    },
  });
}

function put(name: string, content: string): void {
  disk.set(name, { name, content, bytes: content.length, modifiedMs: clock });
}

/** Lets time go by, with everything that is due meanwhile. */
async function pass(milliseconds: number): Promise<void> {
  const until = clock + milliseconds;
  for (;;) {
    // Looks are made of promises only: a turn of the event loop is more than they need.
    await new Promise((resolve) => setImmediate(resolve));
    const next = timers.toSorted((a, b) => a.at - b.at)[0];
    if (next === undefined || next.at > until) break;
    timers = timers.filter((each) => each !== next);
    clock = Math.max(clock, next.at);
    next.work();
  }
  clock = until;
}

const names = (watch: FolderWatch): string[] => watch.state().offers.map(({ name }) => name);

beforeEach(() => {
  [disk, problem, imported, clock, timers, told, onChange] = [new Map(), null, new Set(), 1_000_000, [], [], null];
  kept = { folder: null, files: new Map() };
});

describe('a watched folder', () => {
  it('watches nothing until a folder is chosen', async () => {
    const watch = newWatch();
    watch.start();
    await pass(lookEveryMs * 2);
    expect(watch.state()).toEqual({ folder: null, problem: null, offers: [], quiet: 0 });
    expect(told).toEqual([]);
  });

  it('offers what comes later, not what was there, and says so once', async () => {
    put('old.csv', 'a');
    const watch = newWatch();
    await watch.choose(folder);
    await pass(lookEveryMs);
    put('new.csv', 'b');
    onChange?.();
    await pass(settleMs * 2);
    expect(watch.state()).toMatchObject({ offers: [{ name: 'new.csv', id: hashOf('b') }], quiet: 1 });
    await pass(lookEveryMs * 3);
    expect(told.filter(({ offers }) => offers.length > 0)).toHaveLength(1);
  });

  it('finds a file nobody told of at the next look', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    await pass(1_000);
    put('new.csv', 'b');
    await pass(lookEveryMs + settleMs * 2);
    expect(names(watch)).toEqual(['new.csv']);
  });

  it('waits until a file that is still being written stands still', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    await pass(0);
    for (let part = 1; part <= 5; part++) {
      put('new.csv', 'x'.repeat(part));
      onChange?.();
      await pass(settleMs - 500);
      expect(names(watch)).toEqual([]);
    }
    await pass(settleMs * 2);
    expect(names(watch)).toEqual(['new.csv']);
  });

  it('comes back to a file that its writer holds', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    put('new.csv', 'b');
    disk.set('new.csv', { ...(disk.get('new.csv') as FoundFile & { content: string }), isHeld: true });
    await pass(settleMs * 3);
    expect(names(watch)).toEqual([]);
    disk.set('new.csv', { ...(disk.get('new.csv') as FoundFile & { content: string }), isHeld: false });
    await pass(lookEveryMs + settleMs * 2);
    expect(names(watch)).toEqual(['new.csv']);
  });

  it('finds after a start what came while the app was closed', async () => {
    const before = newWatch();
    await before.choose(folder);
    await pass(settleMs);
    before.stop();
    timers = [];
    put('overnight.csv', 'b');
    clock += 60_000_000;
    const watch = newWatch();
    watch.start();
    await pass(settleMs * 2);
    expect(names(watch)).toEqual(['overnight.csv']);
  });

  it('does not offer what was imported, nor the same content twice', async () => {
    imported.add(hashOf('known'));
    const watch = newWatch();
    await watch.choose(folder);
    put('known under another name.csv', 'known');
    put('one.csv', 'b');
    clock += 10;
    put('two.csv', 'b');
    await pass(settleMs * 3);
    expect(names(watch)).toEqual(['two.csv']);
    imported.add(hashOf('b'));
    watch.refresh();
    expect(told.at(-1)?.offers).toEqual([]);
  });

  it('remembers what was ignored until the file changes', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    put('new.csv', 'b');
    await pass(settleMs * 2);
    await watch.ignore([hashOf('b')]);
    await pass(lookEveryMs * 2);
    expect(watch.state()).toMatchObject({ offers: [], quiet: 1 });
    put('new.csv', 'changed');
    await pass(lookEveryMs + settleMs * 2);
    expect(names(watch)).toEqual(['new.csv']);
  });

  it('offers everything that was left aside when asked to', async () => {
    put('old.csv', 'a');
    put('done.csv', 'c');
    imported.add(hashOf('c'));
    const watch = newWatch();
    await watch.choose(folder);
    await pass(settleMs);
    await watch.offerAll();
    await pass(settleMs * 2);
    expect(watch.state()).toMatchObject({ offers: [{ name: 'old.csv' }], quiet: 0 });
  });

  it('says that the folder is gone, and goes on when it is back', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    put('new.csv', 'b');
    await pass(settleMs * 2);
    problem = 'gone';
    await pass(lookEveryMs);
    expect(told.at(-1)).toMatchObject({ problem: 'gone', offers: [] });
    expect(onChange).toBeNull();
    problem = null;
    await pass(lookEveryMs);
    expect(told.at(-1)).toMatchObject({ problem: null, offers: [{ name: 'new.csv' }] });
    expect(onChange).not.toBeNull();
  });

  it('hands over only what it offers', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    put('new.csv', 'b');
    await pass(settleMs * 2);
    expect(watch.take([hashOf('b')])).toEqual([{ path: '/lists/new.csv', name: 'new.csv' }]);
    disk.delete('new.csv');
    await pass(lookEveryMs);
    expect(() => watch.take([hashOf('b')])).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  it('forgets everything when it is turned off, and keeps the folder when another cannot be watched', async () => {
    const watch = newWatch();
    await watch.choose(folder);
    await expect(watch.choose('/elsewhere')).rejects.toThrow(AppError);
    expect(watch.state().folder).toBe(folder);
    await watch.choose(null);
    put('new.csv', 'b');
    await pass(lookEveryMs * 2);
    expect(watch.state()).toEqual({ folder: null, problem: null, offers: [], quiet: 0 });
    expect(timers).toEqual([]);
  });
});
