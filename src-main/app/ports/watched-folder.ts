import type { WatchProblem } from '#contract/watch';

/** A table file as it lies in the folder. */
export interface FoundFile {
  name: string;
  bytes: number;
  /** Milliseconds since 1970, fractions as the disk keeps them. */
  modifiedMs: number;
}

/** A file the folder was seen to hold, by what it was when it stood still. */
export interface KnownFile extends FoundFile {
  /** Null for what was there before the folder was watched. */
  sha256: string | null;
}

export interface FolderListing {
  files: FoundFile[];
  problem: WatchProblem | null;
}

/** The folder on disk. Only files that lie in it themselves count: no links, nothing below it. */
export interface FolderReader {
  /** The real path of a folder that may be watched. @throws AppError `VALIDATION` with the reason why it may not */
  check(path: string): Promise<string>;
  /** Never throws; what stands in the way is the listing's problem. */
  list(folder: string): Promise<FolderListing>;
  /** SHA-256 of a file, hex; null when it cannot be read just now or is not what it was. */
  hash(folder: string, file: FoundFile, signal: AbortSignal): Promise<string | null>;
  /** Calls back when something in the folder may have changed; may miss things. @returns how to stop */
  listen(folder: string, onChange: () => void): () => void;
  pathOf(folder: string, name: string): string;
}

/** What is remembered of the watched folder. */
export interface WatchStore {
  folder(): string | null;
  /** Watches another folder, or none; everything known of the one before is forgotten. */
  setFolder(path: string | null, present: readonly FoundFile[]): Promise<void>;
  known(): ReadonlyMap<string, KnownFile>;
  /** Keeps what a file is now, as not yet looked at by the user. */
  remember(file: KnownFile): Promise<void>;
  /** Files whose content was neither imported nor ignored. */
  offered(): (KnownFile & { sha256: string })[];
  /** Names of files that are not offered because they were there from the start or were ignored. */
  quiet(): ReadonlySet<string>;
  ignore(sha256s: readonly string[]): Promise<void>;
  forgetQuiet(): Promise<void>;
}
