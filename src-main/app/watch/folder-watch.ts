import type { FolderListing, FolderReader, FoundFile, WatchStore } from '#app/ports/watched-folder';
import { AppError } from '#contract/errors';
import { limits } from '#contract/limits';
import type { WatchState } from '#contract/watch';

interface Dependencies {
  store: WatchStore;
  folder: FolderReader;
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs `work` later; the result stops it. */
  after(milliseconds: number, work: () => void): () => void;
  onChange(state: WatchState): void;
  logBug(error: unknown, where: string): string;
}

/** How long size and time of a file must stand still before it counts as wholly written. */
export const settleMs = 2_000;
/** A folder is also looked through without being told of changes: network drives and sleep swallow them. */
export const lookEveryMs = 30_000;
/** Changes come in bursts; one look serves them all. */
const soonMs = 500;
/** A slow drive is given that many times the rest that looking through it took. */
const restFactor = 20;

const isSame = (a: FoundFile | undefined, b: FoundFile): boolean =>
  a?.bytes === b.bytes && a.modifiedMs === b.modifiedMs;

/**
 * Offers files that come into a folder for import. Nothing is imported here. What came while the app was closed is found
 * by comparing with what the folder was last seen to hold.
 */
export class FolderWatch {
  readonly #deps: Dependencies;
  /** Files that are not known as they are now, each with since when it has stood still. */
  #moving = new Map<string, FoundFile & { since: number }>();
  #listing: FolderListing = { files: [], problem: null };
  #told = '';
  #stopListening: (() => void) | null = null;
  #cancelLook: (() => void) | null = null;
  #looking: Promise<void> | null = null;
  #toldMeanwhile = false;
  #ended = new AbortController();

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Begins to watch the folder chosen earlier, if there is one. */
  start(): void {
    if (this.#deps.store.folder() !== null) this.#lookIn(0);
  }

  stop(): void {
    this.#ended.abort();
    this.#rest();
  }

  state(): WatchState {
    const { store } = this.#deps;
    const folder = store.folder();
    if (folder === null) return { folder, problem: null, offers: [], quiet: 0 };
    const { files, problem } = this.#listing;
    const present = new Map(files.map((file) => [file.name, file]));
    const offers = store
      .offered()
      .filter((file) => isSame(present.get(file.name), file))
      .toSorted((a, b) => b.modifiedMs - a.modifiedMs)
      .filter(({ sha256 }, at, all) => all.findIndex((other) => other.sha256 === sha256) === at)
      .slice(0, limits.filesPerImport)
      .map(({ sha256, name, bytes, modifiedMs }) => ({
        id: sha256,
        name,
        bytes,
        modifiedAt: new Date(modifiedMs).toISOString(),
      }));
    const quiet = store.quiet();
    return { folder, problem, offers, quiet: files.filter(({ name }) => quiet.has(name)).length };
  }

  /**
   * Watches a folder from now on; what is in it already is left aside.
   * @throws AppError `VALIDATION` with the reason why it cannot be watched
   */
  async choose(path: string | null): Promise<WatchState> {
    const { store, folder } = this.#deps;
    const real = path === null ? null : await folder.check(path);
    if (real === null || real !== store.folder()) {
      const listing = real === null ? { files: [], problem: null } : await folder.list(real);
      this.#restWholly();
      await store.setFolder(real, listing.files);
      this.#listing = listing;
      this.#moving.clear();
    }
    if (real !== null && this.#cancelLook === null && this.#looking === null) this.#lookIn(0);
    return this.#tell();
  }

  /**
   * Where offered files are.
   * @throws AppError `NOT_FOUND` for one that is not offered any more
   */
  take(ids: readonly string[]): { path: string; name: string }[] {
    const { store, folder } = this.#deps;
    const where = store.folder();
    const { offers } = this.state();
    return ids.map((id) => {
      const offer = offers.find((each) => each.id === id);
      if (where === null || !offer) throw new AppError('NOT_FOUND', `no offer ${id}`, { params: { detail: '文件' } });
      return { path: folder.pathOf(where, offer.name), name: offer.name };
    });
  }

  async ignore(ids: readonly string[]): Promise<WatchState> {
    await this.#deps.store.ignore(ids);
    return this.#tell();
  }

  /** Everything in the folder that was not imported is looked at as if it had just come. */
  async offerAll(): Promise<WatchState> {
    await this.#deps.store.forgetQuiet();
    this.#lookIn(0);
    return this.#tell();
  }

  /** Something was imported or undone: what is offered may be less. */
  refresh(): void {
    if (this.#deps.store.folder() !== null) this.#tell();
  }

  #tell(): WatchState {
    const state = this.state();
    const text = JSON.stringify(state);
    if (text !== this.#told) this.#deps.onChange(state);
    this.#told = text;
    return state;
  }

  #rest(): void {
    this.#cancelLook?.();
    this.#cancelLook = null;
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** Ends what is going on for the folder watched so far. */
  #restWholly(): void {
    this.#ended.abort();
    this.#rest();
    this.#looking = null;
    this.#ended = new AbortController();
  }

  #lookIn(milliseconds: number): void {
    this.#cancelLook?.();
    this.#cancelLook = this.#deps.after(milliseconds, () => {
      this.#cancelLook = null;
      this.#look();
    });
  }

  /** One look at a time; a change that is told meanwhile is seen by the next one. */
  #look(): void {
    const { signal } = this.#ended;
    if (this.#looking || signal.aborted) return;
    this.#toldMeanwhile = false;
    const look = this.#lookThrough(signal)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        // A database that is kept busy by an import is no fault.
        if (!(error instanceof AppError)) this.#deps.logBug(error, 'watched folder');
        this.#lookIn(lookEveryMs);
      })
      .finally(() => {
        if (this.#looking === look) this.#looking = null;
      });
    this.#looking = look;
  }

  async #lookThrough(signal: AbortSignal): Promise<void> {
    const { store, folder, now } = this.#deps;
    const path = store.folder();
    if (path === null) return;
    const from = now();
    const listing = await folder.list(path);
    const took = now() - from;
    if (signal.aborted) return;
    this.#listing = listing;
    if (listing.problem === null || listing.problem === 'too-many') {
      this.#stopListening ??= folder.listen(path, () => this.#onTold());
      await this.#takeIn(path, listing.files, signal);
      if (signal.aborted) return;
    } else {
      // Listened to anew when it is back: a listener does not outlive its folder.
      this.#stopListening?.();
      this.#stopListening = null;
    }
    this.#tell();
    const isMoving = this.#moving.size > 0 || this.#toldMeanwhile;
    this.#lookIn(isMoving ? settleMs : Math.max(lookEveryMs, took * restFactor));
  }

  #onTold(): void {
    if (this.#ended.signal.aborted) return;
    if (this.#looking === null) this.#lookIn(soonMs);
    else this.#toldMeanwhile = true;
  }

  /** Reads the files that have stood still long enough; the others are waited for. */
  async #takeIn(path: string, files: readonly FoundFile[], signal: AbortSignal): Promise<void> {
    const { store, folder, now } = this.#deps;
    const known = store.known();
    const moving = new Map<string, FoundFile & { since: number }>();
    for (const file of files) {
      if (isSame(known.get(file.name), file)) continue;
      const before = this.#moving.get(file.name);
      moving.set(file.name, before && isSame(before, file) ? before : { ...file, since: now() });
    }
    this.#moving = moving;
    for (const { since, ...file } of moving.values()) {
      if (now() - since < settleMs) continue;
      const sha256 = await folder.hash(path, file, signal);
      if (signal.aborted) return;
      moving.delete(file.name);
      // One that is still held by its writer is looked at again with everything else.
      if (sha256 !== null) await store.remember({ ...file, sha256 });
    }
  }
}
