import type { BrowserWindow, Dialog, OpenDialogOptions, SaveDialogOptions } from 'electron';

/** Native file dialogs over the app's window, or on their own while there is none. */
export interface Dialogs {
  /** Paths chosen; none when the user cancels. */
  open(options: OpenDialogOptions): Promise<string[]>;
  /** The path chosen; null when the user cancels. */
  save(options: SaveDialogOptions): Promise<string | null>;
}

export function createDialogs(dialog: Dialog, window: () => BrowserWindow | null): Dialogs {
  return {
    async open(options) {
      const parent = window();
      const picked = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return picked.filePaths;
    },
    async save(options) {
      const parent = window();
      const picked = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return picked.canceled || !picked.filePath ? null : picked.filePath;
    },
  };
}
