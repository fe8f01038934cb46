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
  pickSaveTarget(suggestedName: string): Promise<FileRef | null | undefined>;
  openExternal(url: string): Promise<void>;
  /** Shows a finished file in its folder, or downloads it where there is no folder to show. */
  revealOrDownload(ref: FileRef, name: string): Promise<void>;
}
