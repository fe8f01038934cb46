import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '#contract/errors';
import type { FileRef, PickedFile } from '#contract/files';
import type { ImportFileChoice, ImportPreview, ReadingChoices } from '#contract/import';
import type { MappingFile } from '#domain/import/mapping-file';
import type { Transport } from '#rpc/transport';
import { asAppError } from './as-app-error.ts';

/** A chosen file on its way into the catalog: how it is to be read and what that would give. */
export interface DraftFile {
  picked: PickedFile;
  reading: ReadingChoices;
  /** The user's own mapping; null = as saved for these headers, or as recognised. */
  mapping: MappingFile | null;
  /** Keep the mapping for the next file with these headers. */
  saveMapping: boolean;
  preview: ImportPreview | null;
  error: AppError | null;
}

export interface ImportState {
  files: readonly DraftFile[];
  /** The import under way or just ended, whose result is shown. */
  jobId: string | null;
  /** Adds files that are not among them yet and looks into each. */
  add(picked: readonly PickedFile[]): Promise<void>;
  remove(ref: FileRef): void;
  /** Reads the file in another way (encoding, sheet …) and looks into it again. */
  read(ref: FileRef, reading: ReadingChoices): Promise<void>;
  map(ref: FileRef, mapping: MappingFile | null): Promise<void>;
  remember(ref: FileRef, saveMapping: boolean): void;
  /** Imports every file that is ready; those that are not stay. */
  start(): Promise<void>;
  /** Forgets the files and the result shown. */
  clear(): void;
}

export type ImportStore = StoreApi<ImportState>;

export const isReady = (file: DraftFile): boolean => file.error === null && file.preview?.ready === true;

const newDraft = (picked: PickedFile): DraftFile => ({
  picked,
  reading: {},
  mapping: null,
  saveMapping: true,
  preview: null,
  error: null,
});

const toChoice = ({ picked, reading, mapping, saveMapping }: DraftFile): ImportFileChoice => ({
  ref: picked.ref,
  ...reading,
  mapping: mapping && { ...mapping },
  saveMapping: mapping !== null && saveMapping,
});

/** Files between being chosen and being imported; they stay while the user looks at other pages. */
export function createImportStore(transport: Transport): ImportStore {
  return createStore<ImportState>((set, get) => {
    const change = (ref: FileRef, part: Partial<DraftFile>): void =>
      set(({ files }) => ({ files: files.map((file) => (file.picked.ref === ref ? { ...file, ...part } : file)) }));

    async function inspect(ref: FileRef): Promise<void> {
      const asked = get().files.find(({ picked }) => picked.ref === ref);
      if (!asked) return;
      change(ref, { error: null });
      const answer = await transport
        .call('import.preview', { ref, ...asked.reading, mapping: asked.mapping && { ...asked.mapping } })
        .then(
          (preview) => ({ preview, error: null }),
          // The last preview stays, so that the choice that led here can be taken back.
          (error: unknown) => ({ error: asAppError(error) }),
        );
      const now = get().files.find(({ picked }) => picked.ref === ref);
      // An answer about choices that were changed meanwhile is not shown.
      if (now?.reading === asked.reading && now.mapping === asked.mapping) change(ref, answer);
    }

    return {
      files: [],
      jobId: null,
      async add(picked) {
        const isThere = (ref: FileRef): boolean => get().files.some((file) => file.picked.ref === ref);
        const added = picked.filter(({ ref }) => !isThere(ref)).map(newDraft);
        set(({ files }) => ({ files: [...files, ...added], jobId: null }));
        await Promise.all(added.map((file) => inspect(file.picked.ref)));
      },
      remove: (ref) => set(({ files }) => ({ files: files.filter(({ picked }) => picked.ref !== ref) })),
      async read(ref, reading) {
        // Another sheet or encoding has other columns: a mapping made for the old ones would be wrong.
        change(ref, { reading, mapping: null });
        await inspect(ref);
      },
      async map(ref, mapping) {
        change(ref, { mapping });
        await inspect(ref);
      },
      remember: (ref, saveMapping) => change(ref, { saveMapping }),
      async start() {
        const ready = get().files.filter(isReady);
        const job = await transport.call('import.start', {
          files: ready.map(toChoice),
        });
        set(({ files }) => ({ files: files.filter((file) => !ready.includes(file)), jobId: job.id }));
      },
      clear: () => set({ files: [], jobId: null }),
    };
  });
}
