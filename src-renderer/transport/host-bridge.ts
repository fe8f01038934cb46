import type { FileRef, PickedFile } from '#contract/files';
import type { HostCapabilities } from '#contract/host';

/** What the page asks of the host around it, the same for both hosts. Files are opaque refs; paths never get here. */
export interface HostBridge {
  capabilities: HostCapabilities;
  /** Lets the user choose files; an empty list when they cancel. */
  pickFiles(): Promise<PickedFile[]>;
  /** Registers files dropped on the window. */
  takeDroppedFiles(files: readonly File[]): Promise<PickedFile[]>;
  /** Where to write; null when the user cancels, undefined when this host offers finished files as downloads instead. */
  pickSaveTarget(suggestedName: string, container: 'zip' | 'folder'): Promise<FileRef | null | undefined>;
  /** Lets the user choose a pack to open; null when they cancel. */
  pickPack(container: 'zip' | 'folder'): Promise<PickedFile | null>;
  /** Lets the user choose a folder; null when they cancel. Only where capabilities.folderDialog says so. */
  pickFolder(): Promise<FileRef | null>;
  openExternal(url: string): Promise<void>;
  /** Shows a finished file in its folder, or downloads it where there is no folder to show. */
  revealOrDownload(ref: FileRef, name: string): Promise<void>;
  /** Opens the system's file manager at a file; only where capabilities.showInFolder says so. */
  showInFolder(ref: FileRef): Promise<void>;
}
