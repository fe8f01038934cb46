import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { tableExtensions } from '#contract/table-extensions';
import type { Transport } from '#rpc/transport';
import { openExternalSafely } from './external-links.ts';
import { createDialogs } from './dialogs.ts';
import type { HostHandlers } from './ipc-bridge.ts';
import { pickFolderTarget, pickPack, pickZipTarget } from './pack-dialogs.ts';

interface Dependencies {
  dialog: Dialog;
  shell: Shell;
  engine: Transport;
  window(): BrowserWindow | null;
}

/** The host's own methods: native dialogs, which turn paths into opaque file refs before a page sees anything. */
export function createHostHandlers({ dialog, shell, engine, window }: Dependencies): HostHandlers {
  const dialogs = createDialogs(dialog, window);
  return {
    'host.capabilities': () => ({
      host: 'electron',
      saveDialog: true,
      folderDialog: true,
      showInFolder: true,
      richClipboard: true,
    }),

    'host.pickFiles': async () => {
      const options: Electron.OpenDialogOptions = {
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: '商品文件 (CSV, Excel, ZIP)', extensions: [...tableExtensions] },
          { name: '所有文件', extensions: ['*'] },
        ],
      };
      return Promise.all(
        (await dialogs.open(options)).map((path) =>
          engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' }),
        ),
      );
    },

    'host.pickSaveTarget': async ({ suggestedName, container }) => {
      const path = await (container === 'zip' ? pickZipTarget : pickFolderTarget)(dialogs, basename(suggestedName));
      if (path === null) return null;
      return (await engine.call('internal.registerFile', { path, name: basename(path), mode: 'write' })).ref;
    },

    'host.pickPack': async ({ container }) => {
      const path = await pickPack(dialogs, container);
      return path === null ? null : engine.call('internal.registerFile', { path, name: basename(path), mode: 'read' });
    },

    'host.pickFolder': async () => {
      const [path] = await dialogs.open({ properties: ['openDirectory'] });
      if (path === undefined) return null;
      return (await engine.call('internal.registerFile', { path, name: basename(path) || path, mode: 'read' })).ref;
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
