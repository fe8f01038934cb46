import { basename } from 'node:path';
import { z } from 'zod';
import type { IpcMain, WebContents } from 'electron';
import { AppError, type ErrorData } from '#contract/errors';
import type { PickedFile } from '#contract/files';
import type { Transport } from '#rpc/transport';
import { isTrustedSender } from './ipc-bridge.ts';

interface Dependencies {
  ipcMain: IpcMain;
  engine: Transport;
  window(): WebContents | null;
}

/** What the preload gets back: an error as data, since an exception would lose its code on the way. */
export type TakenFile = { ok: true; file: PickedFile } | { ok: false; error: ErrorData };

const takenInput = z.object({ path: z.string().max(4096), name: z.string().max(500) });

/** Turns the path the preload read from a file object into an opaque file ref. */
export function takeFiles({ ipcMain, engine, window }: Dependencies): void {
  ipcMain.handle('files:take', async (event, asked: unknown): Promise<TakenFile> => {
    const { path, name: shown } = takenInput.parse(asked);
    // An object a page made itself has no path; it is told like a file that was moved away meanwhile.
    if (!isTrustedSender(event, window()) || path === '') {
      return { ok: false, error: new AppError('FILE_GONE', 'no path', { params: { file: shown } }).toData() };
    }
    try {
      const name = basename(path);
      return { ok: true, file: await engine.call('internal.registerFile', { path, name, mode: 'read' }) };
    } catch (error) {
      const known =
        error instanceof AppError ? error : new AppError('IO', String(error), { params: { detail: shown } });
      return { ok: false, error: known.toData() };
    }
  });
}
