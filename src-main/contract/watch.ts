import { z } from 'zod';
import { nothing } from './common.ts';
import { fileRef, type PickedFile } from './files.ts';
import { limits } from './limits.ts';

/** Why the watched folder cannot be looked through, or not wholly. */
export type WatchProblem = 'gone' | 'no-access' | 'too-many';

/** A file that came into the watched folder and was neither imported nor ignored. */
export interface WatchOffer {
  /** SHA-256 of its bytes, hex. */
  id: string;
  name: string;
  bytes: number;
  /** ISO time. */
  modifiedAt: string;
}

export interface WatchState {
  /** The watched folder as the user knows it; null while none is watched. */
  folder: string | null;
  problem: WatchProblem | null;
  /** Newest first, at most as many as one import takes. */
  offers: WatchOffer[];
  /** Table files in the folder that are not offered: they were there from the start, or were ignored. */
  quiet: number;
}

/** Chosen in the host's dialog, or typed where the host has none. */
export const folderChoice = z.union([
  z.object({ ref: fileRef }).strict(),
  z.object({ path: z.string().trim().min(1).max(4096) }).strict(),
]);
export type FolderChoice = z.infer<typeof folderChoice>;

const offerIds = z
  .object({
    ids: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .min(1)
      .max(limits.filesPerImport),
  })
  .strict();

export const watchInputs = {
  'watch.state': nothing,
  /** Watches a folder from now on, what is in it left aside; null watches none. */
  'watch.choose': z.object({ folder: folderChoice.nullable() }).strict(),
  /** Hands offered files to the import; they are offered until they are imported. */
  'watch.take': offerIds,
  'watch.ignore': offerIds,
  /** Offers everything in the folder that was not imported. */
  'watch.offerAll': nothing,
};

export interface WatchOutputs {
  'watch.state': WatchState;
  'watch.choose': WatchState;
  'watch.take': PickedFile[];
  'watch.ignore': WatchState;
  'watch.offerAll': WatchState;
}
