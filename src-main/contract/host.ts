import { z } from 'zod';
import { nothing } from './common.ts';
import { limits } from './limits.ts';
import { fileRef, type FileRef, type PickedFile } from './files.ts';

/** What the host around the page can do; decides which buttons exist. */
export interface HostCapabilities {
  host: 'electron' | 'browser';
  /** A native save dialog chooses where a pack goes; without one the pack is offered as a download. */
  saveDialog: boolean;
  /** A native dialog chooses folders; without one their path is typed. */
  folderDialog: boolean;
  /** The system's file manager can be opened at a file. */
  showInFolder: boolean;
  /** Image and text together on the clipboard. */
  richClipboard: boolean;
}

/** Methods the host answers itself; they never reach the engine. */
export const hostInputs = {
  'host.capabilities': nothing,
  'host.pickFiles': nothing,
  /** Where to write a pack; for a folder, the one around it is chosen and a free name in it taken. */
  'host.pickSaveTarget': z
    .object({ suggestedName: z.string().min(1).max(limits.nameUnits), container: z.enum(['zip', 'folder']) })
    .strict(),
  /** A pack to open: a ZIP, or a folder that holds one. */
  'host.pickPack': z.object({ container: z.enum(['zip', 'folder']) }).strict(),
  /** A folder to watch for new files. */
  'host.pickFolder': nothing,
  'host.openExternal': z.object({ url: z.string().max(4096) }).strict(),
  'host.showInFolder': z.object({ ref: fileRef }).strict(),
};

export interface HostOutputs {
  'host.capabilities': HostCapabilities;
  'host.pickFiles': PickedFile[];
  'host.pickSaveTarget': FileRef | null;
  /** Null when the user cancels. */
  'host.pickPack': PickedFile | null;
  /** Null when the user cancels. */
  'host.pickFolder': FileRef | null;
  'host.openExternal': { opened: boolean };
  'host.showInFolder': null;
}

export type HostMethodName = keyof HostOutputs;
export type HostMethods = { [M in HostMethodName]: { in: z.infer<(typeof hostInputs)[M]>; out: HostOutputs[M] } };

export function isHostMethod(method: string): method is HostMethodName {
  return Object.hasOwn(hostInputs, method);
}
