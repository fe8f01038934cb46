import { z } from 'zod';

/** Opaque name for a file the user chose. Only hosts and the engine know the path behind it. */
export const fileRef = z.string().regex(/^file-[0-9a-f-]{36}$/, '文件引用无效');
export type FileRef = z.infer<typeof fileRef>;

export interface PickedFile {
  ref: FileRef;
  name: string;
  bytes: number;
}

/** Host → engine only; a page can never call these, so a path never comes from a page. */
export const internalInputs = {
  'internal.registerFile': z
    .object({ path: z.string().min(1).max(4096), name: z.string().min(1).max(500), mode: z.enum(['read', 'write']) })
    .strict(),
  'internal.resolveFile': z.object({ ref: fileRef }).strict(),
  'internal.shutDown': z.object({}).strict(),
  /** 32 bytes that the host keeps in the system's key store; null when there is no store to be trusted. */
  'internal.lendSystemKey': z.object({ key: z.base64().length(44).nullable() }).strict(),
};

export interface InternalOutputs {
  'internal.registerFile': PickedFile;
  'internal.resolveFile': { path: string; name: string };
  'internal.shutDown': null;
  'internal.lendSystemKey': null;
}
