import { AppError } from '#contract/errors';
import type { FileRef, PickedFile } from '#contract/files';
import type { HostBridge } from './host-bridge.ts';

const accepted = '.csv,.tsv,.txt,.xls,.xlsx,.xlsm,.zip';

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

  function chooseFiles(): Promise<File[]> {
    return new Promise((resolve) => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.accept = accepted;
      input.addEventListener('change', () => resolve([...(input.files ?? [])]));
      input.addEventListener('cancel', () => resolve([]));
      input.click();
    });
  }

  return {
    capabilities: { host: 'browser', saveDialog: false, showInFolder: false, richClipboard: true },
    pickFiles: async () => uploadAll(await chooseFiles()),
    takeDroppedFiles: uploadAll,
    pickSaveTarget: () => Promise.resolve(undefined),
    openExternal(url) {
      window.open(url, '_blank', 'noopener,noreferrer');
      return Promise.resolve();
    },
    async revealOrDownload(ref: FileRef, name: string) {
      const response = await fetch('/download-tickets', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ ref }),
      });
      if (!response.ok) throw new AppError('NOT_FOUND', 'the file is gone', { params: { detail: name } });
      const { ticket } = (await response.json()) as { ticket: string };
      const link = document.createElement('a');
      link.href = `/downloads/${ticket}`;
      link.download = name;
      link.click();
    },
  };
}
