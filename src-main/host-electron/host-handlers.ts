import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow, Dialog, Shell } from 'electron';
import type { Transport } from '#rpc/transport';
import { openExternalSafely } from './external-links.ts';
import type { HostHandlers } from './ipc-bridge.ts';

interface Dependencies {
  dialog: Dialog;
  shell: Shell;
  engine: Transport;
  window(): BrowserWindow | null;
}

const tableExtensions = ['csv', 'tsv', 'txt', 'xls', 'xlsx', 'xlsm', 'zip'];

/** The host's own methods: native dialogs, which turn paths into opaque file refs before a page sees anything. */
export function createHostHandlers({ dialog, shell, engine, window }: Dependencies): HostHandlers {
  return {
    'host.capabilities': () => ({ host: 'electron', saveDialog: true, showInFolder: true, richClipboard: true }),

    'host.pickFiles': async () => {
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: '商品文件 (CSV, Excel, ZIP)', extensions: tableExtensions },
          { name: '所有文件', extensions: ['*'] },
        ],
      };
      const parent = window();
      const picked = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return Promise.all(
        picked.filePaths.map((path) =>
          engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' }),
        ),
      );
    },

    'host.pickSaveTarget': async ({ suggestedName }) => {
      const options: Electron.SaveDialogOptions = {
        defaultPath: basename(suggestedName),
        filters: [{ name: '文案包 (ZIP)', extensions: ['zip'] }],
      };
      const parent = window();
      const picked = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      if (picked.canceled || !picked.filePath) return null;
      const path = picked.filePath;
      const file = await engine.call('internal.registerFile', { path, name: basename(path), mode: 'write' });
      return file.ref;
    },

    'host.openExternal': ({ url }) => openExternalSafely(url, (address) => shell.openExternal(address)),

    'host.showInFolder': async ({ ref }) => {
      const { path } = await engine.call('internal.resolveFile', { ref });
      await stat(path);
      shell.showItemInFolder(path);
      return null;
    },
  };
}
