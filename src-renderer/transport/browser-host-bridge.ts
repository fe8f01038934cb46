import { AppError } from '#contract/errors';
import type { FileRef, PickedFile } from '#contract/files';
import { tableExtensions } from '#contract/table-extensions';
import { chooseFiles } from './choose-files.ts';
import type { HostBridge } from './host-bridge.ts';

const accepted = tableExtensions.map((extension) => `.${extension}`).join();

/** The browser host's side: uploads in place of dialogs, downloads in place of folders. */
export function createBrowserHostBridge(token: string): HostBridge {
  const authorization = `Bearer ${token}`;

  async function upload(file: File): Promise<PickedFile> {
    const response = await fetch('/uploads', {
      method: 'POST',
      headers: { authorization, 'x-file-name': encodeURIComponent(file.name) },
      body: file,
    });
    if (!response.ok) {
      const { error } = (await response.json()) as { error: { code?: string } };
      throw new AppError(error.code === 'DISK_FULL' ? 'DISK_FULL' : 'IO', `upload failed: ${response.status}`, {
        params: { detail: file.name },
      });
    }
    return (await response.json()) as PickedFile;
  }

  async function uploadAll(files: readonly File[]): Promise<PickedFile[]> {
    const picked: PickedFile[] = [];
    for (const file of files) picked.push(await upload(file));
    return picked;
  }

  async function post(path: string, ref: FileRef, name: string): Promise<unknown> {
    const response = await fetch(path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ ref }),
    });
    if (!response.ok) throw new AppError('NOT_FOUND', 'the file is gone', { params: { detail: name } });
    return response.json();
  }

  return {
    capabilities: { host: 'browser', saveDialog: false, folderDialog: false, showInFolder: true, richClipboard: true },
    pickFiles: async () => uploadAll(await chooseFiles(accepted, true)),
    takeDroppedFiles: uploadAll,
    pickSaveTarget: () => Promise.resolve(undefined),
    async pickPack() {
      const [file] = await chooseFiles('.zip', false);
      return file ? upload(file) : null;
    },
    // A browser hands over no folder that the engine could read.
    pickFolder: () => Promise.resolve(null),
    openExternal(url) {
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
    async revealOrDownload(ref: FileRef, name: string) {
      const { ticket } = (await post('/download-tickets', ref, name)) as { ticket: string };
      const link = document.createElement('a');
      link.href = `/downloads/${ticket}`;
      link.download = name;
      link.click();
    },
    async showInFolder(ref: FileRef) {
      await post('/reveal', ref, '');
    },
  };
}
